import { orderByBeats } from './condorcet-order.ts'
import { condorcetResult } from './condorcet-result.ts'
import type { CountRequest } from './count-request.ts'
import { type PairwiseTable, pairwiseTable, prefer, standingIn } from './pairwise.ts'
import { nameOf } from './papers.ts'
import type { Result, Tie } from './result.ts'
import { rankedPapers } from './strict-papers.ts'

/**
 * Schulze's method with winning votes (Schulze, "A new monotonic, clone-independent, reversal symmetric, and
 * Condorcet-consistent single-winner election method", Social Choice and Welfare 36, 2011, section 2): a beats b when the
 * strongest path from a to b is stronger than the one back; a path is as strong as its weakest defeat. Those whom no path
 * parts are ordered by lot.
 */
export function countSchulze(asked: CountRequest): Result {
  const request = { ...asked, papers: rankedPapers(asked.papers) }
  const { papers } = request
  const table = pairwiseTable(papers)
  const standing = standingIn(papers)
  const strength = strongestPaths(table, standing)
  const beats = (a: number, b: number) => prefer(strength, a, b) > prefer(strength, b, a)
  const ties: Tie[] = []
  const order = orderByBeats(request, standing, { beats, ties })
  return condorcetResult(request, table, {
    rules: 'schulze',
    order,
    ties,
    tables: [pathTable(request, strength)],
  })
}

/** Floyd and Warshall over defeats: `[a][b]` is the winning vote of the weakest link on the strongest path, 0 for none. */
function strongestPaths(table: PairwiseTable, standing: readonly number[]): PairwiseTable {
  const strength = table.map((row, a) => row.map((votes, b) => (votes > prefer(table, b, a) ? votes : 0)))
  for (const middle of standing)
    for (const a of standing)
      for (const b of standing) {
        const around = Math.min(prefer(strength, a, middle), prefer(strength, middle, b))
        const row = strength[a]
        if (row && a !== b && around > (row[b] ?? 0)) row[b] = around
      }
  return strength
}

function pathTable({ papers }: CountRequest, strength: PairwiseTable) {
  const standing = standingIn(papers)
  return {
    title: 'Strongest paths: votes of the weakest contest on the strongest way from the row to the column',
    headings: ['', ...standing.map((candidate) => nameOf(papers, candidate))],
    rows: standing.map((a) => [
      nameOf(papers, a),
      ...standing.map((b) => (a === b ? '' : prefer(strength, a, b))),
    ]),
  }
}
