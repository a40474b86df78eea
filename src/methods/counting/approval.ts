import { fixedDecimals } from './arithmetic/fixed.ts'
import type { CountRequest } from './count-request.ts'
import type { Result } from './result.ts'
import { rankedPapers, ranksOf } from './strict-papers.ts'
import { electByScore } from './stv/elect-by-score.ts'

/**
 * Approval voting (Brams and Fishburn, "Approval voting", American Political Science Review 72, 1978): every candidate
 * marked on a paper, at whatever rank, gets one vote; the most votes take the places; ties by lot.
 */
export function countApproval(request: CountRequest): Result {
  const papers = rankedPapers(request.papers)
  const scores = papers.candidates.map(() => 0n)
  for (let group = 0; group < papers.counts.length; group += 1) {
    const count = BigInt(papers.counts[group] ?? 0)
    for (const candidate of ranksOf(papers, group).flat()) {
      if (!papers.withdrawn.has(candidate)) scores[candidate] = (scores[candidate] ?? 0n) + count
    }
  }
  const arithmetic = fixedDecimals(0)
  return electByScore(request, papers, { rules: 'approval', action: 'Approvals', arithmetic, scores })
}
