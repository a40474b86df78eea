import type { Counts } from './group-votes.ts'
import { shrunkShare } from './proportions.ts'

const BACKGROUND = 7
// 2^(−r/5) for r = 0 … 4, written out: powers of two are exact, but Math.pow may differ between engines in the last bit.
const FIFTH_ROOTS = [1, 0.8705505632961241, 0.757858283255199, 0.6597539553864471, 0.5743491774985174]

/**
 * How useful it is to show each statement next: [(1 − passes) × (extremity + 1) × agrees × (1 + 8 · 2^(−seen / 5))]², the
 * shares by (k + 1) / (n + 2); the last factor lets new statements rise (production code, `priority-metric`). A statement
 * of background ("I work in the civil service") has 7² = 49 always.
 */
export function askNextPriorities(
  grouped: Counts,
  extremity: Float64Array,
  background: ReadonlySet<number>,
): Float64Array {
  return extremity.map((far, i) => {
    const seen = grouped.seen[i] ?? 0
    const agrees = grouped.agrees[i] ?? 0
    const passes = seen - agrees - (grouped.disagrees[i] ?? 0)
    const interest = (1 - shrunkShare(passes, seen)) * (far + 1) * shrunkShare(agrees, seen)
    const priority = background.has(i) ? BACKGROUND : interest * (1 + 8 * halvings(seen))
    return priority * priority
  })
}

function halvings(seen: number): number {
  const whole = Math.floor(seen / 5)
  let value = FIFTH_ROOTS[seen - 5 * whole] ?? 1
  for (let i = 0; i < whole && value > 0; i++) value /= 2
  return value
}
