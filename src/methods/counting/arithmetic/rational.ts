import type { Arithmetic } from './arithmetic.ts'
import { formatSteps, powerOfTen } from './arithmetic.ts'
import { quotient } from './fixed.ts'

/** An exact fraction in lowest terms, `bottom` above zero. */
export interface Fraction {
  top: bigint
  bottom: bigint
}

export function fraction(top: bigint | number, bottom: bigint | number = 1n): Fraction {
  return reduced(BigInt(top), BigInt(bottom))
}

/** Exact fractions; nothing is ever cut. `places` is for showing alone, rounded half up. */
export function rationals(places: number): Arithmetic<Fraction> {
  return {
    name: 'exact fractions',
    isExact: true,
    zero: { top: 0n, bottom: 1n },
    one: { top: 1n, bottom: 1n },
    step: { top: 0n, bottom: 1n },
    of: (papers) => ({ top: BigInt(papers), bottom: 1n }),
    add: addFractions,
    subtract: (a, b) => reduced(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom),
    times: (value, papers) => reduced(value.top * BigInt(papers), value.bottom),
    multiply: multiplyFractions,
    divide: divideFractions,
    share: (a, b, c) => divideFractions(multiplyFractions(a, b), c),
    compare: compareFractions,
    format: (value) => formatFraction(value, places),
  }
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  return reduced(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
}

export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return reduced(a.top * b.top, a.bottom * b.bottom)
}

export function divideFractions(a: Fraction, b: Fraction): Fraction {
  return reduced(a.top * b.bottom, a.bottom * b.top)
}

export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.top * b.bottom
  const right = b.top * a.bottom
  return left < right ? -1 : left > right ? 1 : 0
}

export function formatFraction(value: Fraction, places: number): string {
  const doubled = 2n * value.top * powerOfTen(places)
  return formatSteps(quotient(doubled + value.bottom, 2n * value.bottom), places)
}

function reduced(top: bigint, bottom: bigint): Fraction {
  if (bottom < 0n) return reduced(-top, -bottom)
  const divisor = greatestCommonDivisor(top < 0n ? -top : top, bottom)
  return divisor === 1n ? { top, bottom } : { top: top / divisor, bottom: bottom / divisor }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b > 0n) [a, b] = [b, a % b]
  return a === 0n ? 1n : a
}
