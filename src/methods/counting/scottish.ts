import { fixedDecimals } from './arithmetic/fixed.ts'
import type { CountRequest } from './count-request.ts'
import { validPapers } from './papers.ts'
import type { Result } from './result.ts'
import { strictPapers } from './strict-papers.ts'
import { countByGregory } from './stv/gregory.ts'
import { totalOf } from './stv/tally.ts'

/**
 * Single transferable vote as Scottish councils are elected: The Scottish Local Government Elections Order 2007
 * (SSI 2007/42), schedule 1, rules 45 to 52; the Order of 2011 (SSI 2011/399), rules 46 to 53, counts the same.
 *
 * - Quota (rule 46): valid papers ÷ (places + 1), decimals ignored, plus one.
 * - Reaching the quota elects (rule 47).
 * - Surplus (rule 48): every paper of the candidate goes on at value × surplus ÷ votes, to five decimals, the rest ignored.
 * - Largest surplus first; equal ones, and equal lowest candidates, by the latest earlier stage that parts them, then by
 *   lot (rules 49 and 51).
 * - When no more candidates continue than places are left, all are elected (rule 52).
 */
export function countScottish({ papers, places, lots, minimums }: CountRequest): Result {
  const arithmetic = fixedDecimals(5)
  const start = { papers: strictPapers(papers, 'stop'), places, arithmetic, lots, minimums }
  return countByGregory(start, {
    rules: 'scottish',
    quota: (tally) => arithmetic.of(Math.floor(validPapers(tally.papers) / (places + 1)) + 1),
    hasQuota: (tally, candidate) => totalOf(tally, candidate) >= tally.quota,
    lookBack: 'latest stage first',
    transfersZeroSurplus: false,
  })
}
