import { PapersGatherer } from './gather-papers.ts'
import { CANDIDATE, EQUAL, GAP, OVERVOTE, type Papers, SPOILED } from './papers.ts'

/** What a rule book does where a rank is missing: the paper ends, or the next rank counts. */
export type AtGap = 'stop' | 'go on'

/**
 * The papers as a rule book without equal ranks reads them: a paper counts down to the place where two candidates share a
 * rank, for there the voter's wish is uncertain, and is spoiled when they share the first. At a missing rank it ends too
 * (`stop`), and without a first preference it is spoiled; or the next rank counts (`go on`).
 */
export function strictPapers(papers: Papers, atGap: AtGap): Papers {
  if (!papers.hasIrregularRanks) return papers
  const gatherer = new PapersGatherer()
  for (const [reason, count] of papers.spoiled) gatherer.spoil(reason, count)
  for (let group = 0; group < papers.counts.length; group += 1) {
    const marks = papers.marks.subarray(papers.starts[group], papers.starts[group + 1])
    const count = papers.counts[group] ?? 0
    const certain = marks.subarray(0, certainLength(marks, atGap)).map((mark) => mark & CANDIDATE)
    if (certain.length > 0) gatherer.add(certain, certain.length, count)
    else gatherer.spoil(whySpoiled(marks, atGap), count)
  }
  return gatherer.finish(papers)
}

/** How many marks stand before the first shared rank, or the first missing one. */
function certainLength(marks: Uint16Array, atGap: AtGap): number {
  for (const [i, mark] of marks.entries()) {
    if (mark & EQUAL) return i - 1
    if ((mark & CANDIDATE) === OVERVOTE) return i
    if (mark & GAP && atGap === 'stop') return i
  }
  return marks.length
}

function whySpoiled(marks: Uint16Array, atGap: AtGap): string {
  const isFirstMissing = ((marks[0] ?? 0) & GAP) !== 0
  return isFirstMissing && atGap === 'stop' ? SPOILED.noFirst : SPOILED.twoFirst
}

/** The papers as methods with equal ranks read them: spoiled only where not even the first rank is clear. */
export function rankedPapers(papers: Papers): Papers {
  if (!papers.hasIrregularRanks) return papers
  const gatherer = new PapersGatherer()
  for (const [reason, count] of papers.spoiled) gatherer.spoil(reason, count)
  for (let group = 0; group < papers.counts.length; group += 1) {
    const marks = papers.marks.subarray(papers.starts[group], papers.starts[group + 1])
    const over = marks.findIndex((mark) => (mark & CANDIDATE) === OVERVOTE)
    const count = papers.counts[group] ?? 0
    if (over === 0) gatherer.spoil(SPOILED.twoFirst, count)
    else gatherer.add(marks, over < 0 ? marks.length : over, count)
  }
  return gatherer.finish(papers)
}

/** Ranks of one group: candidates of each rank in order, equal ones together; an overvote ends the paper. */
export function ranksOf(papers: Papers, group: number): number[][] {
  const ranks: number[][] = []
  const end = papers.starts[group + 1] ?? 0
  for (let i = papers.starts[group] ?? 0; i < end; i += 1) {
    const mark = papers.marks[i] ?? 0
    if ((mark & CANDIDATE) === OVERVOTE) break
    const last = ranks.at(-1)
    if (mark & EQUAL && last) last.push(mark & CANDIDATE)
    else ranks.push([mark & CANDIDATE])
  }
  return ranks
}
