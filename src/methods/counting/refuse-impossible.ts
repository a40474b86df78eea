import { type Papers, spoiledPapers, validPapers } from './papers.ts'
import { CountRefused } from './result.ts'

/** Refuses a count that nobody can win: no places, no candidates, no valid papers. */
export function refuseImpossible(papers: Papers, places: number): void {
  if (!Number.isInteger(places) || places < 1)
    throw new CountRefused(`${places} places cannot be filled: give a whole number from 1.`)
  if (papers.candidates.length === papers.withdrawn.size)
    throw new CountRefused('No candidate stands: every one is withdrawn.')
  if (validPapers(papers) === 0)
    throw new CountRefused(
      `There is no valid paper (${spoiledPapers(papers)} are spoiled), so nobody can be elected.`,
    )
}
