import { z } from 'zod'
import type { CsvProblem } from '#core/csv/csv-problem.ts'
import type { CsvRow } from '#core/csv/csv-row.ts'
import { problemsOf } from '#core/input/problems.ts'
import { lineOf, orNothing, words } from '#core/input/text.ts'
import { slug } from '#ground/units/slug-of.ts'
import type { BodiesImport } from './import-bodies.ts'
import { promiseDays } from './promise.ts'

const yesOrNo = orNothing(z.enum(['yes', 'no']))

const rowInput = z.object({
  slug,
  name: lineOf(200),
  kind: orNothing(lineOf(60)),
  unit: z.string().trim().max(100),
  days: orNothing(promiseDays),
  about: orNothing(words(1_000)),
  reviewed_by: orNothing(slug),
  front_desk: yesOrNo,
  holds_strangers: yesOrNo,
})

/** A row of the file after reading; what its cells leave empty is undefined. */
export type Read = z.infer<typeof rowInput> & { row: CsvRow }

/** Reads a row, or says what is not right about it. */
export function readRow(row: CsvRow, { t, onProblem }: BodiesImport): Read | null {
  const cells = Object.fromEntries(Object.keys(rowInput.shape).map((field) => [field, row.cell(field)]))
  const input = rowInput.safeParse(cells)
  if (input.success) return { ...input.data, row }
  const [problem] = problemsOf(input.error, t)
  if (problem) onProblem(row.problem(problem.field, problem.message))
  return null
}

/** A body stands once in a file. */
export function doubled({ slug, row }: Read, lines: ReadonlyMap<string, number>): CsvProblem | null {
  const line = lines.get(slug)
  return line ? row.problem('slug', `“${slug}” stands on line ${line} already: keep one of the two.`) : null
}

/** Its unit must be there, and open. */
export function noSuchUnit({ unit, row }: Read): CsvProblem {
  return row.problem(
    'unit',
    `No open unit has the slug or code “${unit}”. Import the units first, or mend it.`,
  )
}
