/** Random numbers that are the same on every machine: 32-bit whole-number arithmetic only. */
export interface Dice {
  /** A whole number from 0 to `sides − 1`, each with exactly the same chance. */
  below(sides: number): number
  /** 32 random bits. */
  bits(): number
}

/**
 * A generator from a whole-number seed: xoshiro128** (Blackman and Vigna 2021, "Scrambled linear pseudorandom number
 * generators", ACM TOMS 47(4)), its state filled by splitmix32. Not for lotteries or secrets: it decides only which
 * resamples are looked at.
 */
export function diceFrom(seed: number): Dice {
  let mixed = seed >>> 0
  const fill = () => {
    mixed = (mixed + 0x9e3779b9) >>> 0
    let bits = mixed
    bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad)
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97)
    return (bits ^ (bits >>> 15)) >>> 0
  }
  return diceFromState({ a: fill(), b: fill(), c: fill(), d: fill() })
}

interface State {
  a: number
  b: number
  c: number
  d: number
}

/** From the generator's four words themselves, not all zero; as the published outputs are given. */
export function diceFromState(words: State): Dice {
  const state = { ...words }
  const bits = () => next(state)
  return { bits, below: (sides) => below(sides, bits) }
}

function next(state: State): number {
  const result = Math.imul(rotate(Math.imul(state.b, 5), 7), 9) >>> 0
  const shifted = state.b << 9
  state.c ^= state.a
  state.d ^= state.b
  state.b ^= state.c
  state.a ^= state.d
  state.c ^= shifted
  state.d = rotate(state.d, 11)
  return result
}

function rotate(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by))
}

// Values past the last whole multiple are thrown again: taking a remainder of them would favour the low numbers.
function below(sides: number, bits: () => number): number {
  const limit = 0x100000000 - (0x100000000 % sides)
  for (;;) {
    const value = bits()
    if (value < limit) return value % sides
  }
}
