import { CANDIDATE, OVERVOTE, type Papers } from '../papers.ts'

/**
 * Candidates found in the cells come in the order of the papers; sorted by name (code units, so the same on any machine),
 * the count does not depend on it.
 */
export function sortCandidates(papers: Papers): Papers {
  const order = papers.candidates.map((name, candidate) => ({ name, candidate }))
  order.sort((a, b) => (a.name < b.name ? -1 : 1))
  const numberOf = new Uint16Array(CANDIDATE + 1)
  numberOf[OVERVOTE] = OVERVOTE
  for (const [number, { candidate }] of order.entries()) numberOf[candidate] = number
  const marks = papers.marks.map((mark) => (mark & ~CANDIDATE) | (numberOf[mark & CANDIDATE] ?? 0))
  return { ...papers, candidates: order.map(({ name }) => name), marks }
}
