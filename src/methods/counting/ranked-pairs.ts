import { orderByBeats } from './condorcet-order.ts'
import { condorcetResult } from './condorcet-result.ts'
import type { CountRequest } from './count-request.ts'
import { type PairwiseTable, pairwiseTable, prefer, standingIn } from './pairwise.ts'
import { nameOf } from './papers.ts'
import type { Result, ResultTable, Tie } from './result.ts'
import { rankedPapers } from './strict-papers.ts'

interface Defeat {
  winner: number
  loser: number
  votes: number
  against: number
}

/**
 * Ranked pairs (Tideman, "Independence of clones as a criterion for voting rules", Social Choice and Welfare 4, 1987):
 * defeats are locked in one by one, most winning votes first, then fewest losing ones, each unless it would close a
 * circle. Defeats that are equal in both are taken by lot, the loser drawn last first and then the winner drawn first
 * (after Zavist and Tideman 1989).
 */
export function countRankedPairs(asked: CountRequest): Result {
  const request = { ...asked, papers: rankedPapers(asked.papers) }
  const { papers } = request
  const table = pairwiseTable(papers)
  const standing = standingIn(papers)
  const defeats = defeatsIn(table, standing)
  const place = (candidate: number) => request.lots.order().indexOf(candidate)
  // Lots are asked only where two defeats are equal: drawing them from a million papers takes time.
  defeats.sort((a, b) => bySize(a, b) || place(b.loser) - place(a.loser) || place(a.winner) - place(b.winner))
  const { locked, rows } = lockIn(defeats, request)
  const ties = tiesOf(defeats, request)
  const beats = (a: number, b: number) => locked.get(a)?.has(b) ?? false
  const order = orderByBeats(request, standing, { beats, ties })
  const lockedTable: ResultTable = {
    title: 'Defeats in the order in which they were looked at',
    headings: ['winner', 'loser', 'for', 'against', 'locked in'],
    rows,
  }
  return condorcetResult(request, table, { rules: 'ranked-pairs', order, ties, tables: [lockedTable] })
}

function defeatsIn(table: PairwiseTable, standing: readonly number[]): Defeat[] {
  const pairs = standing.flatMap((winner) => standing.map((loser) => ({ winner, loser })))
  return pairs
    .map(({ winner, loser }) => ({
      winner,
      loser,
      votes: prefer(table, winner, loser),
      against: prefer(table, loser, winner),
    }))
    .filter(({ votes, against }) => votes > against)
}

function bySize(a: Defeat, b: Defeat): number {
  return b.votes - a.votes || a.against - b.against
}

function lockIn(defeats: readonly Defeat[], { papers }: CountRequest) {
  const locked = new Map<number, Set<number>>()
  const rows: (string | number)[][] = []
  for (const { winner, loser, votes, against } of defeats) {
    const closesCircle = reaches(locked, loser, winner)
    if (!closesCircle) locked.set(winner, (locked.get(winner) ?? new Set()).add(loser))
    rows.push([
      nameOf(papers, winner),
      nameOf(papers, loser),
      votes,
      against,
      closesCircle ? 'no, a circle' : 'yes',
    ])
  }
  return { locked, rows }
}

function reaches(locked: ReadonlyMap<number, ReadonlySet<number>>, from: number, to: number): boolean {
  const seen = new Set([from])
  for (const candidate of seen) for (const next of locked.get(candidate) ?? []) seen.add(next)
  return seen.has(to)
}

function tiesOf(defeats: readonly Defeat[], { papers, lots }: CountRequest): Tie[] {
  const words = ({ winner, loser }: Defeat) => `${nameOf(papers, winner)} over ${nameOf(papers, loser)}`
  return defeats.flatMap((first, i) => {
    const second = defeats[i + 1]
    if (!second || bySize(first, second) !== 0) return []
    return [
      {
        between: [words(first), words(second)],
        purpose: 'which equal defeat is looked at first',
        chosen: words(first),
        decidedBy: `lot (${lots.source})`,
      },
    ]
  })
}
