import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { problemsOf } from '#core/input/problems.ts'
import { orNothing, words } from '#core/input/text.ts'
import type { Written } from './save-segments.ts'

const NAME = /^segment-([a-z]+(?:\.\d+)*)-(\d{1,4})$/
const LONGEST = 20_000
const paragraph = orNothing(words(LONGEST))

/** The name of the box of a paragraph. */
export const fieldOf = ({ part, place }: { part: string; place: number }) => `segment-${part}-${place}`

/** Every paragraph that a form brought, and a sentence for each that cannot be kept. */
export function writtenIn(
  form: Readonly<Record<string, unknown>>,
  t: Translate,
): { written: Written[]; problems: FieldProblem[] } {
  const written: Written[] = []
  const problems: FieldProblem[] = []
  for (const [name, value] of Object.entries(form)) {
    const [, part = '', place = ''] = NAME.exec(name) ?? []
    if (part === '') continue
    const read = paragraph.safeParse(value)
    if (!read.success)
      problems.push(...problemsOf(read.error, t).map((problem) => ({ ...problem, field: name })))
    else if (read.data !== undefined) written.push({ part, place: Number(place), words: read.data })
  }
  return { written, problems }
}
