import { z } from 'zod'
import type { CsvProblem } from '#core/csv/csv-problem.ts'
import type { CsvRow } from '#core/csv/csv-row.ts'
import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { orderedId } from '#core/ids/ids.ts'
import { problemsOf } from '#core/input/problems.ts'
import { emailAddress, isoDay, lineOf, orNothing } from '#core/input/text.ts'
import { isoDate } from '#core/time/days.ts'

export interface MembersImport {
  rows: AsyncIterable<CsvRow>
  now: Date
  t: Translate
  onProblem(problem: CsvProblem): void
}

export interface MembersImported {
  /** Memberships that are new. */
  taken: number
  /** Rows whose membership stood already. */
  known: number
}

const BATCH = 500

const rowInput = z.object({
  name: lineOf(120),
  email: emailAddress,
  unit: lineOf(100),
  number: orNothing(lineOf(60)),
  from: orNothing(isoDay),
})

type Row = z.infer<typeof rowInput>

interface Read extends Row {
  unitId: string
  row: CsvRow
}

/**
 * Takes members in, five hundred rows a transaction. An address is one person, whose name and account stay as they are;
 * a membership is one for each person and unit, so that a file can be given again, whole or continued.
 */
export async function importMembers(db: Db, task: MembersImport): Promise<MembersImported> {
  const tally: MembersImported = { taken: 0, known: 0 }
  const units = await unitsByName(db)
  let batch: Read[] = []
  for await (const row of task.rows) {
    const read = readRow(row, { units, task })
    if (read) batch.push(read)
    if (batch.length === BATCH) {
      await take(db, batch, { task, tally })
      batch = []
    }
  }
  if (batch.length > 0) await take(db, batch, { task, tally })
  return tally
}

/** Units by slug and by official code. */
async function unitsByName(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('units')
    .select(['id', 'slug', 'code'])
    .where('closedOn', 'is', null)
    .execute()
  return new Map(
    rows.flatMap(({ id, slug, code }) => [[slug, id], ...(code ? [[code, id] as const] : [])] as const),
  )
}

function readRow(
  row: CsvRow,
  { units, task }: { units: Map<string, string>; task: MembersImport },
): Read | null {
  const cells = Object.fromEntries(Object.keys(rowInput.shape).map((field) => [field, row.cell(field)]))
  const input = rowInput.safeParse(cells)
  if (!input.success) {
    const [problem] = problemsOf(input.error, task.t)
    if (problem) task.onProblem(row.problem(problem.field, problem.message))
    return null
  }
  const unitId = units.get(input.data.unit)
  if (unitId) return { ...input.data, unitId, row }
  const reason = `No open unit has the slug or code “${input.data.unit}”. Import the units first, or mend the code.`
  task.onProblem(row.problem('unit', reason))
  return null
}

async function take(
  db: Db,
  batch: readonly Read[],
  { task, tally }: { task: MembersImport; tally: MembersImported },
): Promise<void> {
  const result = await inTransaction(db, async (tx) => {
    const people = await peopleOf(tx, batch, task.now)
    const problems: CsvProblem[] = []
    let taken = 0
    for (const read of batch) {
      const outcome = await takeMembership(tx, {
        read,
        personId: people.get(read.email) ?? '',
        now: task.now,
      })
      if (outcome === 'taken') taken += 1
      if (outcome === 'number-of-another')
        problems.push(read.row.problem('number', `The number “${read.number}” is another member’s already.`))
    }
    return { taken, problems }
  })
  // Only after the commit: a transaction tried again must not complain twice.
  for (const problem of result.problems) task.onProblem(problem)
  tally.taken += result.taken
  tally.known += batch.length - result.taken - result.problems.length
}

/** The person of each address: those who are here, and the others made now, with the first name that came. */
async function peopleOf(tx: Tx, batch: readonly Read[], now: Date): Promise<Map<string, string>> {
  const first = new Map(batch.toReversed().map((read) => [read.email, read]))
  const rows = [...first.values()].map(({ name, email, unitId }) => ({
    id: orderedId(now),
    name,
    email,
    unitId,
    joinedAt: now,
  }))
  await tx
    .insertInto('people')
    .values(rows)
    .onConflict((conflict) => conflict.column('email').where('email', 'is not', null).doNothing())
    .execute()
  const known = await tx
    .selectFrom('people')
    .select(['id', 'email'])
    .where('email', 'in', [...first.keys()])
    .execute()
  return new Map(known.map(({ id, email }) => [email ?? '', id]))
}

interface Taking {
  read: Read
  personId: string
  now: Date
}

async function takeMembership(
  tx: Tx,
  { read: { unitId, number, from }, personId, now }: Taking,
): Promise<'taken' | 'known' | 'number-of-another'> {
  // Two imports at once wait for each other here, person by person.
  await tx.selectFrom('people').select('id').where('id', '=', personId).forUpdate().execute()
  const standing = await tx
    .selectFrom('memberships')
    .select('id')
    .where('personId', '=', personId)
    .where('unitId', '=', unitId)
    .where('toOn', 'is', null)
    .executeTakeFirst()
  if (standing) return 'known'
  const made = await tx
    .insertInto('memberships')
    .values({ id: orderedId(now), personId, unitId, number: number ?? null, fromOn: from ?? isoDate(now) })
    .onConflict((conflict) => conflict.column('number').where('number', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made ? 'taken' : 'number-of-another'
}
