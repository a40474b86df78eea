import { fixedDecimals } from './arithmetic/fixed.ts'
import type { CountRequest } from './count-request.ts'
import { condorcetWinner, type PairwiseTable, pairwiseAsTable, prefer, standingIn } from './pairwise.ts'
import { nameOf, type Papers } from './papers.ts'
import { refuseImpossible } from './refuse-impossible.ts'
import { CountRefused, headOfResult, plainStage, type Result, type ResultTable, type Tie } from './result.ts'

/** A full order of the candidates by a Condorcet method, with what decided where the papers did not. */
export interface CondorcetOrder {
  rules: string
  /** Best first. */
  order: readonly number[]
  tables: ResultTable[]
  ties: Tie[]
}

/** The first of the order take the places. One stage shows how many contests each candidate won. */
export function condorcetResult(request: CountRequest, table: PairwiseTable, found: CondorcetOrder): Result {
  const { papers, places, lots } = request
  if (request.minimums.length > 0)
    throw new CountRefused(
      'A Condorcet order keeps no minimum for groups: drop the minimums or use an STV rule.',
    )
  refuseImpossible(papers, places)
  const names = (candidates: readonly number[]) => candidates.map((candidate) => nameOf(papers, candidate))
  const elected = names(found.order.slice(0, places))
  const totals = contestsWon(papers, table)
  return {
    ...headOfResult(papers, found.rules, places),
    arithmetic: fixedDecimals(0).name,
    quota: null,
    stages: [plainStage({ n: 1, action: 'Pairwise contests won', totals, elected, ties: found.ties })],
    elected,
    lots: found.ties.length > 0 ? { source: lots.source, order: names(lots.order()) } : null,
    tables: [pairwiseAsTable(papers, table), ...found.tables],
    notes: notesOf(request, table),
  }
}

function contestsWon(papers: Papers, table: PairwiseTable): Record<string, string> {
  const standing = standingIn(papers)
  const won = (a: number) => standing.filter((b) => prefer(table, a, b) > prefer(table, b, a)).length
  return Object.fromEntries(standing.map((a) => [nameOf(papers, a), String(won(a))]))
}

function notesOf({ papers, places }: CountRequest, table: PairwiseTable): string[] {
  const winner = condorcetWinner(papers, table)
  const first =
    winner === undefined
      ? 'Nobody beats every other candidate.'
      : `${nameOf(papers, winner)} beats every other candidate (Condorcet winner).`
  return places > 1
    ? [first, 'Several places go to the first of one order; that is not proportional.']
    : [first]
}
