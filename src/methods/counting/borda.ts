import { fixedDecimals } from './arithmetic/fixed.ts'
import type { CountRequest } from './count-request.ts'
import type { Result } from './result.ts'
import { rankedPapers, ranksOf } from './strict-papers.ts'
import { electByScore } from './stv/elect-by-score.ts'

/**
 * Borda's count (Mémoire sur les élections au scrutin, 1781): of n candidates the first preference gets n − 1 points, the
 * next n − 2, down to 0. Candidates ranked equal, and all those left unranked, share equally the points of the ranks they
 * take up, so every complete or incomplete paper gives the same sum (Black's "average" completion). Points are halves, so
 * one decimal is exact. Withdrawn candidates are struck from the papers first.
 */
export function countBorda(request: CountRequest): Result {
  const papers = rankedPapers(request.papers)
  const standing = papers.candidates.map((_, candidate) => candidate).filter((c) => !papers.withdrawn.has(c))
  const points = papers.candidates.map(() => 0n)
  for (let group = 0; group < papers.counts.length; group += 1) {
    const count = BigInt(papers.counts[group] ?? 0)
    let above = 0
    for (const rank of completed(ranksOf(papers, group), standing)) {
      // Places above + 1 … above + k share (n − 1 − above) + … : on average n − 1 − above − (k − 1) / 2; in tenths.
      const tenths = BigInt(10 * (standing.length - 1 - above) - 5 * (rank.length - 1))
      for (const candidate of rank) points[candidate] = (points[candidate] ?? 0n) + count * tenths
      above += rank.length
    }
  }
  const arithmetic = fixedDecimals(1)
  return electByScore(request, papers, { rules: 'borda', action: 'Points', arithmetic, scores: points })
}

/** Ranks without the withdrawn, and the unranked together as a last one. */
function completed(ranks: readonly number[][], standing: readonly number[]): number[][] {
  const kept = ranks.map((rank) => rank.filter((candidate) => standing.includes(candidate)))
  const ranked = new Set(kept.flat())
  return [...kept, standing.filter((candidate) => !ranked.has(candidate))].filter((rank) => rank.length > 0)
}
