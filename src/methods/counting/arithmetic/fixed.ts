import type { Arithmetic, Rounding } from './arithmetic.ts'
import { formatSteps, powerOfTen } from './arithmetic.ts'

/** Decimals with a fixed number of places, kept as whole steps of 10^-places; what does not fit is cut off. */
export function fixedDecimals(places: number): Arithmetic<bigint> {
  const scale = powerOfTen(places)
  return {
    name: `fixed decimals, ${places} places`,
    isExact: false,
    zero: 0n,
    one: scale,
    step: 1n,
    of: (papers) => BigInt(papers) * scale,
    add: (a, b) => a + b,
    subtract: (a, b) => a - b,
    times: (value, papers) => value * BigInt(papers),
    multiply: (a, b, rounding) => quotient(a * b, scale, rounding),
    divide: (a, b, rounding) => quotient(a * scale, b, rounding),
    share: (a, b, c) => quotient(a * b, c, 'down'),
    compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
    format: (value) => formatSteps(value, places),
  }
}

/** Whole quotient, towards minus infinity or, with 'up', towards plus infinity. `divisor` is above zero. */
export function quotient(dividend: bigint, divisor: bigint, rounding: Rounding = 'down'): bigint {
  const cut = dividend / divisor
  const rest = dividend % divisor
  if (rest === 0n) return cut
  if (rounding === 'up') return rest > 0n ? cut + 1n : cut
  return rest < 0n ? cut - 1n : cut
}
