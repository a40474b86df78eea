import { sql } from 'kysely'
import { z } from 'zod'
import type { CsvProblem } from '#core/csv/csv-problem.ts'
import type { CsvRow } from '#core/csv/csv-row.ts'
import type { Db, Tx } from '#core/db/connect.ts'
import { jsonOf } from '#core/db/insert-rows.ts'
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

const BATCH = 2_000

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
 * Takes members in, two thousand rows a transaction, written in sets. An address is one person, whose name and account stay as they are;
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
    // Each membership of a person in a unit is tried once a round; a second row of the same waits for what became of the first.
    for (
      let rest = batch.map((read) => ({ read, personId: people.get(read.email) ?? '' }));
      rest.length > 0;
    ) {
      const first = new Map(rest.toReversed().map((wish) => [keyOf(wish), wish]))
      const made = await takeMemberships(tx, [...first.values()].toReversed(), task.now)
      taken += made.taken
      problems.push(...made.problems)
      rest = rest.filter((wish) => first.get(keyOf(wish)) !== wish)
    }
    return { taken, problems }
  })
  // Only after the commit: a transaction tried again must not complain twice.
  for (const problem of result.problems) task.onProblem(problem)
  tally.taken += result.taken
  tally.known += batch.length - result.taken - result.problems.length
}

interface Wish {
  read: Read
  personId: string
}

const keyOf = ({ read: { unitId }, personId }: Wish) => `${personId} ${unitId}`

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
  await sql`
    insert into people (id, name, email, unit_id, joined_at)
    select id, name, email, unit_id, joined_at from json_populate_recordset(null::people, ${jsonOf(rows)}::json)
    on conflict (email) where email is not null do nothing`.execute(tx)
  // Two imports at once wait for each other here, in the same order.
  const { rows: known } = await sql<{ id: string; email: string }>`
    select id, email from people where email = any(${[...first.keys()]}::text[]) order by id for update`.execute(
    tx,
  )
  return new Map(known.map(({ id, email }) => [email, id]))
}

/** Memberships that are new, each person and unit among the wishes once; what stands already is left as it is. */
async function takeMemberships(
  tx: Tx,
  wishes: readonly Wish[],
  now: Date,
): Promise<{ taken: number; problems: CsvProblem[] }> {
  const people = wishes.map(({ personId }) => personId)
  const { rows: standing } = await sql<{ key: string }>`
    select person_id || ' ' || unit_id as key
    from memberships
    where person_id = any(${people}::uuid[]) and to_on is null`.execute(tx)
  const isStanding = new Set(standing.map(({ key }) => key))
  const fresh = wishes.filter((wish) => !isStanding.has(keyOf(wish)))
  const rows = fresh.map(({ read: { unitId, number, from }, personId }) => ({
    id: orderedId(now),
    personId,
    unitId,
    number: number ?? null,
    fromOn: from ?? isoDate(now),
  }))
  const { rows: made } = await sql<{ key: string }>`
    insert into memberships (id, person_id, unit_id, number, from_on)
    select id, person_id, unit_id, number, from_on
    from json_populate_recordset(null::memberships, ${jsonOf(rows)}::json)
    on conflict (number) where number is not null do nothing
    returning person_id || ' ' || unit_id as key`.execute(tx)
  const isMade = new Set(made.map(({ key }) => key))
  const problems = fresh
    .filter((wish) => !isMade.has(keyOf(wish)))
    .map(({ read: { row, number } }) =>
      row.problem('number', `The number “${number}” is another member’s already.`),
    )
  return { taken: made.length, problems }
}
