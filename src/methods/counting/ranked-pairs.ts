import { condorcetResult } from './condorcet-result.ts'
import type { CountRequest } from './count-request.ts'
import { pairwiseTable, prefer, standingIn } from './pairwise.ts'
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
  const { papers, lots } = request
  const table = pairwiseTable(papers)
  const standing = standingIn(papers)
  const defeats: Defeat[] = []
  for (const winner of standing)
    for (const loser of standing) {
      const votes = prefer(table, winner, loser)
      const against = prefer(table, loser, winner)
      if (votes > against) defeats.push({ winner, loser, votes, against })
    }
  const bySize = (a: Defeat, b: Defeat) => b.votes - a.votes || a.against - b.against
  const hasEquals = defeats.some((a, i) => defeats.some((b, j) => i < j && bySize(a, b) === 0))
  const drawn =
    hasEquals || defeats.length < (standing.length * (standing.length - 1)) / 2 ? lots.order() : standing
  const place = (candidate: number) => drawn.indexOf(candidate)
  defeats.sort((a, b) => bySize(a, b) || place(b.loser) - place(a.loser) || place(a.winner) - place(b.winner))
  const { locked, rows } = lockIn(defeats, request)
  const ties = tiesOf(defeats, bySize, request)
  const order = orderBy(locked, standing, { place, ties, request })
  const lockedTable: ResultTable = {
    title: 'Defeats in the order in which they were looked at',
    headings: ['winner', 'loser', 'for', 'against', 'locked in'],
    rows,
  }
  return condorcetResult(request, table, { rules: 'ranked-pairs', order, ties, tables: [lockedTable] })
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

function tiesOf(
  defeats: readonly Defeat[],
  bySize: (a: Defeat, b: Defeat) => number,
  { papers, lots }: CountRequest,
): Tie[] {
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

/** Whoever no candidate left is locked in above comes next; several such by the order drawn. */
function orderBy(
  locked: ReadonlyMap<number, ReadonlySet<number>>,
  standing: readonly number[],
  { place, ties, request }: { place(candidate: number): number; ties: Tie[]; request: CountRequest },
): number[] {
  const left = new Set([...standing].sort((a, b) => place(a) - place(b)))
  const order: number[] = []
  while (left.size > 0) {
    const top = [...left].filter((candidate) => ![...left].some((above) => locked.get(above)?.has(candidate)))
    const [next = 0] = top
    if (top.length > 1 && order.length < request.places)
      ties.push({
        between: top.map((candidate) => nameOf(request.papers, candidate)),
        purpose: 'next in the order',
        chosen: nameOf(request.papers, next),
        decidedBy: `lot (${request.lots.source})`,
      })
    order.push(next)
    left.delete(next)
  }
  return order
}
