import type { CountRequest } from './count-request.ts'
import { nameOf } from './papers.ts'
import { CountRefused, type Result } from './result.ts'
import type { RuleBook } from './rule-books.ts'
import type { GroupMinimum } from './stv/groups.ts'

/**
 * Fills a casual vacancy from the papers of the election (Newland and Britton 1997, section 7.1): all papers are counted
 * again by the same rules, passing over whoever has left; those elected then who still serve are never excluded; whoever
 * is elected besides them takes the place. `vacated` is an index of a candidate; candidates no longer willing are withdrawn
 * in `request.papers`. `before` is the result of the election itself.
 */
export function countback(
  book: RuleBook,
  request: CountRequest,
  { vacated, before }: { vacated: number; before: Result },
): Result {
  const { papers } = request
  const gone = nameOf(papers, vacated)
  if (!before.elected.includes(gone))
    throw new CountRefused(
      `${gone} was not elected, so there is no vacancy. Elected were ${before.elected.join(', ')}.`,
    )
  const withdrawn = new Set([...papers.withdrawn, vacated])
  const serving = before.elected.filter((name) => !withdrawn.has(papers.candidates.indexOf(name)))
  if (papers.candidates.length - withdrawn.size <= serving.length)
    throw new CountRefused(
      'Nobody is left who stood and was not elected: the vacancy cannot be filled from the papers.',
    )
  const minimums = [...request.minimums, ...(request.places > 1 ? guarded(request, serving) : [])]
  const result = book.count({ ...request, papers: { ...papers, withdrawn }, minimums })
  const added = result.elected.filter((name) => !serving.includes(name)).join(', ')
  const note = `Countback: ${added} fills the place of ${gone}. ${serving.join(', ') || 'Nobody else'} serves on.`
  return { ...result, notes: [...result.notes, note] }
}

/** Whoever serves has a place kept for himself or herself alone. */
function guarded({ papers }: CountRequest, serving: readonly string[]): GroupMinimum[] {
  return serving.map((name) => ({ name, members: new Set([papers.candidates.indexOf(name)]), minimum: 1 }))
}
