import type { Arithmetic } from './arithmetic.ts'
import { formatSteps, powerOfTen } from './arithmetic.ts'
import { quotient } from './fixed.ts'

/**
 * Decimals with guard digits: reckoned to `places + guard`, shown to `places`, and equal when they differ by less than
 * half a shown step. Decides as exact fractions do, at a fraction of their cost (Lundell, Droop, "guarded" arithmetic).
 */
export function guardedDecimals(places: number, guard: number): Arithmetic<bigint> {
  const scale = powerOfTen(places + guard)
  const shown = powerOfTen(guard)
  const tolerance = shown / 2n
  return {
    name: `guarded decimals, ${places} + ${guard} places`,
    isExact: true,
    zero: 0n,
    one: scale,
    step: 0n,
    of: (papers) => BigInt(papers) * scale,
    add: (a, b) => a + b,
    subtract: (a, b) => a - b,
    times: (value, papers) => value * BigInt(papers),
    multiply: (a, b) => quotient(a * b, scale),
    divide: (a, b) => quotient(a * scale, b),
    share: (a, b, c) => quotient(quotient(a * b, scale) * scale, c),
    compare: (a, b) => {
      const difference = a - b
      if (difference < tolerance && difference > -tolerance) return 0
      return difference < 0n ? -1 : 1
    },
    format: (value) => formatSteps(quotient(value + tolerance, shown), places),
  }
}
