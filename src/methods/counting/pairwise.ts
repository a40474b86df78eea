import { nameOf, type Papers } from './papers.ts'
import type { ResultTable } from './result.ts'
import { ranksOf } from './strict-papers.ts'

/** `wins[a][b]`: papers that rank a above b. A ranked candidate stands above an unranked one. */
export type PairwiseTable = readonly (readonly number[])[]

/**
 * The pairwise table (Condorcet, Essai sur l'application de l'analyse, 1785). Withdrawn candidates are struck out; gaps in
 * the ranks make no difference; two unranked candidates say nothing of each other.
 */
export function pairwiseTable(papers: Papers): PairwiseTable {
  const size = papers.candidates.length
  const wins = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  for (let group = 0; group < papers.counts.length; group += 1) {
    const count = papers.counts[group] ?? 0
    const below = new Set(papers.candidates.keys())
    for (const gone of papers.withdrawn) below.delete(gone)
    for (const rank of ranksOf(papers, group)) {
      for (const candidate of rank) below.delete(candidate)
      for (const winner of rank) {
        const row = wins[winner]
        if (!row || papers.withdrawn.has(winner)) continue
        for (const loser of below) row[loser] = (row[loser] ?? 0) + count
      }
    }
  }
  return wins
}

/** How many papers prefer `a` to `b`. */
export function prefer(table: PairwiseTable, a: number, b: number): number {
  return table[a]?.[b] ?? 0
}

/** Who beats every other in single contest, if anybody does. */
export function condorcetWinner(papers: Papers, table: PairwiseTable): number | undefined {
  const standing = standingIn(papers)
  return standing.find((a) => standing.every((b) => a === b || prefer(table, a, b) > prefer(table, b, a)))
}

export function standingIn(papers: Papers): number[] {
  return [...papers.candidates.keys()].filter((candidate) => !papers.withdrawn.has(candidate))
}

export function pairwiseAsTable(papers: Papers, table: PairwiseTable): ResultTable {
  const standing = standingIn(papers)
  return {
    title: 'Pairwise contests: papers that prefer the row to the column',
    headings: ['', ...standing.map((candidate) => nameOf(papers, candidate))],
    rows: standing.map((a) => [
      nameOf(papers, a),
      ...standing.map((b) => (a === b ? '' : prefer(table, a, b))),
    ]),
  }
}
