import { hashText } from './words.ts'

/** Numbers in [0, 1), the same for the same seed on any machine. */
export type SeededRandom = () => number

/**
 * sfc32 (Doty-Humphrey, PractRand), whose three words of state come from the seed's text. Good enough to sample
 * and to start a calculation; a lottery needs `sortition`, which draws from public bytes.
 */
export function seededRandom(seed: string): SeededRandom {
  let a = hashText(seed, 1)
  let b = hashText(seed, 2)
  let c = hashText(seed, 3)
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let warm = 0; warm < 12; warm++) next()
  return next
}

/** `count` different whole numbers below `limit`, ascending (Floyd's method: one draw a number). */
export function sampleIndices(limit: number, count: number, random: SeededRandom): Int32Array {
  if (count >= limit) return Int32Array.from({ length: limit }, (_, index) => index)
  const chosen = new Set<number>()
  for (let top = limit - count; top < limit; top++) {
    const draw = Math.floor(random() * (top + 1))
    chosen.add(chosen.has(draw) ? top : draw)
  }
  return Int32Array.from(chosen).sort()
}

/** {@link sampleIndices} that hang on nothing but the two numbers. Every so-many-th would fall in step with a pattern. */
export function fixedSample(limit: number, count: number): Int32Array {
  return sampleIndices(limit, count, seededRandom('fixed'))
}

/** A standard normal number (Box and Muller 1958). */
export function normalNumber(random: SeededRandom): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
