import { z } from 'zod'
import type { CsvProblem } from '#core/csv/csv-problem.ts'
import type { CsvRow } from '#core/csv/csv-row.ts'
import { inBatches } from '#core/csv/in-batches.ts'
import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { problemsOf } from '#core/input/problems.ts'
import { lineOf, orNothing, words } from '#core/input/text.ts'
import type { Body } from '#ground/bodies/queries.ts'
import { findBody, frontDesk } from '#ground/bodies/queries.ts'
import type { HandIn } from './hand-in-submission.ts'
import { KINDS, MAX_TITLE, MAX_WORDS } from './input.ts'
import { storeSubmissions } from './store-submissions.ts'

export interface Import {
  rows: AsyncIterable<CsvRow>
  /** Which column of the file holds what: `{ title: 'Petition', source: 'URL' }`; a column of the same name needs none. */
  columns: Readonly<Record<string, string>>
  /** Names the import, so that two files with the same row ids do not meet. */
  name: string
  language: string
  now: Date
  t: Translate
  onProblem(problem: CsvProblem): void
}

export interface Imported {
  taken: number
  /** Rows that an earlier run had taken already. */
  known: number
  refused: number
}

/** 2,000: enough that each statement's own cost does not count; small enough to hold, and to lose when cut off. */
const BATCH = 2_000

const rowInput = z.object({
  title: lineOf(MAX_TITLE),
  words: orNothing(words(MAX_WORDS)),
  language: orNothing(z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/)),
  kind: orNothing(z.enum(KINDS)),
  to: orNothing(z.string().max(100)),
  name: orNothing(lineOf(120)),
  source: orNothing(z.string().max(500)),
})

/**
 * Takes rows in as submissions with custody, entry and receipt each, a batch a transaction; the next batch is read while one
 * is written. Cut off anywhere and run again it goes on where it was: a row is known by its source, or by its own words
 * where it names none.
 */
export async function importSubmissions(db: Db, task: Import): Promise<Imported> {
  const tally: Imported = { taken: 0, known: 0, refused: 0 }
  const bodies = new Map<string, Body | null>()
  tally.refused += await inBatches(task.rows, {
    most: BATCH,
    read: (row) => read(db, row, { task, bodies }),
    write: (batch) => take(db, batch, { task, tally }),
  })
  return tally
}

interface Reading {
  task: Import
  bodies: Map<string, Body | null>
}

async function read(db: Db, row: CsvRow, { task, bodies }: Reading): Promise<HandIn | null> {
  const heading = (field: string) => task.columns[field] ?? field
  const cells = Object.fromEntries(
    Object.keys(rowInput.shape).map((field) => [field, row.cell(heading(field))]),
  )
  const input = rowInput.safeParse(cells)
  if (!input.success) {
    const [problem] = problemsOf(input.error, task.t)
    if (problem) task.onProblem(row.problem(heading(problem.field), problem.message))
    return null
  }
  const body = await bodyFor(db, input.data.to ?? '', { task, bodies })
  if (!body) {
    task.onProblem(
      row.problem(
        heading('to'),
        `No body is called “${input.data.to}”: write its slug, as in the address of its page.`,
      ),
    )
    return null
  }
  return handInOf(input.data, { body, task })
}

async function bodyFor(db: Db, slug: string, { task, bodies }: Reading): Promise<Body | null> {
  const known = bodies.get(slug)
  if (known !== undefined) return known
  const body = slug === '' ? await frontDesk(db, task.now) : await findBody(db, slug, task.now)
  bodies.set(slug, body)
  return body
}

function handInOf(row: z.infer<typeof rowInput>, { body, task }: { body: Body; task: Import }): HandIn {
  const identity = row.source ?? sha256(row.title, '\0', row.words ?? '').toString('hex')
  return {
    title: row.title,
    words: row.words ?? row.title,
    language: row.language ?? task.language,
    kind: row.kind ?? 'idea',
    // Whoever imports vouches for the words: they do not wait as a stranger's would.
    body: { ...body, holdsStrangers: false },
    isWhoeverShould: row.to === undefined,
    onBehalfOf: null,
    author: { authorship: 'named', person: null, name: row.name ?? null, email: null },
    route: 'import',
    source: `${task.name}:${identity}`,
  }
}

async function take(
  db: Db,
  batch: readonly HandIn[],
  { task, tally }: { task: Import; tally: Imported },
): Promise<void> {
  const bySource = new Map(batch.map((handIn) => [handIn.source, handIn]))
  const taken = await inTransaction(db, async (tx) => {
    const sources = [...bySource.keys()].filter((source) => source !== undefined)
    const known = await tx.selectFrom('submissions').select('source').where('source', 'in', sources).execute()
    const isKnown = new Set(known.map(({ source }) => source))
    const fresh = [...bySource.values()].filter(({ source }) => !isKnown.has(source ?? null))
    if (fresh.length > 0) await storeSubmissions(tx, fresh, task.now)
    return fresh.length
  })
  tally.taken += taken
  tally.known += batch.length - taken
}
