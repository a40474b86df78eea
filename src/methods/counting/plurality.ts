import { fixedDecimals } from './arithmetic/fixed.ts'
import type { CountRequest } from './count-request.ts'
import { PapersGatherer } from './gather-papers.ts'
import { CANDIDATE, GAP, OVERVOTE, type Papers, SPOILED } from './papers.ts'
import type { Result } from './result.ts'
import { electByScore } from './stv/elect-by-score.ts'

/**
 * Most votes win, as at British parliamentary elections (Representation of the People Act 1983, schedule 1, rules 18 and
 * 47): one vote a paper for one place, up to as many crosses as places for several (block vote). Ranked papers count for
 * their first preference. A paper with more crosses than places is spoiled (rule 47: votes given for more candidates than
 * the voter is entitled to). Ties by lot (rule 49).
 */
export function countPlurality(request: CountRequest): Result {
  const papers = papersWithCrosses(request.papers, request.places)
  const arithmetic = fixedDecimals(0)
  const scores = papers.candidates.map(() => 0n)
  for (let group = 0; group < papers.counts.length; group += 1) {
    for (let i = papers.starts[group] ?? 0; i < (papers.starts[group + 1] ?? 0); i += 1) {
      const candidate = papers.marks[i] ?? 0
      if (!papers.withdrawn.has(candidate))
        scores[candidate] = (scores[candidate] ?? 0n) + BigInt(papers.counts[group] ?? 0)
    }
  }
  return electByScore(request, papers, { rules: 'plurality', action: 'Votes', arithmetic, scores })
}

/** Each paper reduced to the candidates of its first rank. */
function papersWithCrosses(papers: Papers, places: number): Papers {
  const gatherer = new PapersGatherer()
  for (const [reason, count] of papers.spoiled) gatherer.spoil(reason, count)
  for (let group = 0; group < papers.counts.length; group += 1) {
    const marks = papers.marks.subarray(papers.starts[group], papers.starts[group + 1])
    const count = papers.counts[group] ?? 0
    const second = marks.findIndex((mark, i) => i > 0 && mark < 0x8000)
    const crosses = marks.subarray(0, second < 0 ? marks.length : second).map((mark) => mark & CANDIDATE)
    if (((marks[0] ?? 0) & GAP) !== 0) gatherer.spoil(SPOILED.noFirst, count)
    else if (crosses.length > places || crosses[0] === OVERVOTE) gatherer.spoil(SPOILED.tooMany, count)
    else gatherer.add(crosses, crosses.length, count)
  }
  return gatherer.finish(papers)
}
