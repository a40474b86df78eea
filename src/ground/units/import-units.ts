import { z } from 'zod'
import { nearestWord } from '#core/cli/nearest-word.ts'
import type { CsvProblem } from '#core/csv/csv-problem.ts'
import type { CsvRow } from '#core/csv/csv-row.ts'
import type { Db } from '#core/db/connect.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { problemsOf } from '#core/input/problems.ts'
import { lineOf, orNothing } from '#core/input/text.ts'
import { ImportedTree, type Standing, type UnitRow } from './imported-tree.ts'
import { slug } from './slug-of.ts'
import { UNIT_KINDS } from './unit-kinds.ts'

export interface UnitsImport {
  rows: AsyncIterable<CsvRow>
  now: Date
  t: Translate
  onProblem(problem: CsvProblem): void
}

export interface UnitsImported {
  opened: number
  /** Renamed, moved, or otherwise said anew. */
  changed: number
  /** Rows that say what stands already. */
  known: number
}

const rowInput = z.object({
  slug,
  name: lineOf(200),
  kind: z.string().trim().toLowerCase(),
  parent: orNothing(slug),
  code: orNothing(z.string().trim().toUpperCase().max(40)),
  own: orNothing(z.enum(['yes', 'no'])),
})

/**
 * Takes units in. A row may name a parent that comes later in the file; it waits for it. What a row says of a unit that
 * stands already replaces its name, kind, parent and code; an empty cell leaves them. Safe to repeat.
 */
export async function importUnits(db: Db, task: UnitsImport): Promise<UnitsImported> {
  const tree = new ImportedTree(db, task, await standingUnits(db))
  for await (const row of task.rows) {
    const read = readRow(row, task)
    if (read) await tree.take(read)
  }
  return tree.finish()
}

function standingUnits(db: Db): Promise<Standing[]> {
  return db
    .selectFrom('units')
    .leftJoin('units as parent', 'parent.id', 'units.parentId')
    .select([
      'units.id',
      'units.slug',
      'units.name',
      'units.kind',
      'units.code',
      'units.lineage',
      'units.controlsOwnData',
      'parent.slug as below',
    ])
    .execute()
}

function readRow(row: CsvRow, task: UnitsImport): UnitRow | null {
  const cells = Object.fromEntries(Object.keys(rowInput.shape).map((field) => [field, row.cell(field)]))
  const input = rowInput.safeParse(cells)
  if (!input.success) {
    const [problem] = problemsOf(input.error, task.t)
    if (problem) task.onProblem(row.problem(problem.field, problem.message))
    return null
  }
  const { kind, own } = input.data
  const known = UNIT_KINDS.find((one) => one === kind)
  if (!known && kind !== '') {
    task.onProblem(row.problem('kind', wrongKind(kind)))
    return null
  }
  return { ...input.data, kind: known, own: own === undefined ? undefined : own === 'yes', row }
}

function wrongKind(kind: string): string {
  const near = nearestWord(kind, UNIT_KINDS)
  const hint = near ? `Did you mean “${near}”? ` : ''
  return `“${kind}” is no kind of unit. ${hint}Write one of: ${UNIT_KINDS.join(', ')}.`
}
