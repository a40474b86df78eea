import { guardedDecimals } from './arithmetic/guarded.ts'
import type { CountRequest } from './count-request.ts'
import type { Result } from './result.ts'
import { rankedPapers } from './strict-papers.ts'
import { countByKeepFactors, droopShare } from './stv/keep-factors.ts'

/**
 * Warren's rule (Warren, "Counting in STV elections", Voting matters 1, 1994; Hill and Warren, "Meek versus Warren", Voting
 * matters 20, 2005): as Meek's, but an elected candidate takes the same *amount* of every paper that still has it, not the
 * same proportion, so that nobody pays more for a candidate than another. Decimals and iteration as for Meek.
 */
export function countWarren({ papers, places, lots, minimums }: CountRequest): Result {
  const arithmetic = guardedDecimals(18, 9)
  const omega = arithmetic.divide(arithmetic.one, arithmetic.of(10 ** 9))
  const start = { papers: rankedPapers(papers), places, arithmetic, lots, minimums }
  return countByKeepFactors(start, {
    rules: 'warren',
    keep: (price, weight) => {
      const rest = weight - price
      return rest > 0n ? { kept: price, passed: rest } : { kept: weight, passed: 0n }
    },
    quota: droopShare(arithmetic, places),
    isSmall: (surplus) => arithmetic.compare(surplus, omega) <= 0,
    excludesSureLosers: true,
  })
}
