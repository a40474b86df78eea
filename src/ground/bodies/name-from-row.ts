import type { CsvRow } from '#core/csv/csv-row.ts'
import type { Db } from '#core/db/connect.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import { accountFor } from '#ground/grants/account-for.ts'
import { giveRole } from '#ground/grants/give-role.ts'
import { formMessages } from './form-messages.ts'
import type { BodiesImport } from './import-bodies.ts'
import { type NamedInCell, namedInCell } from './named-in-cell.ts'
import type { Body } from './queries.ts'
import { giveSeat } from './seats.ts'

interface Row {
  body: Body
  row: CsvRow
  task: BodiesImport
}

/** A clerk without an end in the table is one for a year; a role has always an end. */
const CLERK_DAYS = 365
const NO_END = '9999-12-31'

/** Names the members and clerks of a row; answers how many are new. Whoever cannot be named is reported, the others are. */
export async function nameFromRow(db: Db, { body, row, task }: Row): Promise<number> {
  let named = 0
  for (const { heading, person } of peopleIn(row, task)) {
    const outcome = await nameOne(db, { body, person, heading, task })
    if (outcome === 'named') named += 1
    if (outcome === 'unknown') task.onProblem(row.problem(heading, unknownPerson(person)))
    if (outcome === 'backwards') task.onProblem(row.problem(heading, backwards(person)))
  }
  return named
}

/** Those whose name stands there first: the same address in the other cell is then known. */
function peopleIn(row: CsvRow, task: BodiesImport) {
  const all = (['members', 'clerks'] as const).flatMap((heading) => {
    const { people, unread } = namedInCell(row.cell(heading))
    for (const part of unread) task.onProblem(row.problem(heading, howToWrite(part)))
    return people.map((person) => ({ heading, person }))
  })
  return [...all.filter(({ person }) => person.name), ...all.filter(({ person }) => !person.name)]
}

interface Naming {
  body: Body
  person: NamedInCell
  heading: 'members' | 'clerks'
  task: BodiesImport
}

async function nameOne(db: Db, naming: Naming): Promise<'named' | 'known' | 'unknown' | 'backwards'> {
  const { body, person, heading, task } = naming
  const { now, t } = task
  const fromOn = person.fromOn ?? isoDate(now)
  if (person.toOn !== undefined && person.toOn < fromOn) return 'backwards'
  const { email, name } = person
  const account = await accountFor(db, { email, name, unitId: body.unitId, language: t.language, now })
  if (!account) return 'unknown'
  const term = { fromOn, toOn: person.toOn ?? null }
  return heading === 'members'
    ? seatFor(db, { ...naming, account, term })
    : clerkFor(db, { ...naming, account, term })
}

interface Known extends Naming {
  account: { id: string; name: string }
  term: { fromOn: string; toOn: string | null }
}

async function seatFor(db: Db, { body, person, account, term, task }: Known): Promise<'named' | 'known'> {
  const seat = person.seat ?? 'member'
  // Also a seat that was ended: a file given again must not bring back whom somebody has ended.
  const earlier = await db
    .selectFrom('bodySeats')
    .select('id')
    .where('bodyId', '=', body.id)
    .where('personId', '=', account.id)
    .where('seat', '=', seat)
    .where('fromOn', '<=', term.toOn ?? NO_END)
    .where((or) => or.or([or('toOn', 'is', null), or('toOn', '>=', term.fromOn)]))
    .executeTakeFirst()
  if (earlier) return 'known'
  const words = { body, person: account, seat, ...term }
  await giveSeat(db, { seat: words, once: onceAt(task.now) })
  return 'named'
}

async function clerkFor(db: Db, { body, account, term, task }: Known): Promise<'named' | 'known'> {
  const { now, t } = task
  const toOn = term.toOn ?? isoDate(addDays(now, CLERK_DAYS))
  const earlier = await db
    .selectFrom('grants')
    .select('id')
    .where('bodyId', '=', body.id)
    .where('personId', '=', account.id)
    .where('role', '=', 'clerk')
    .where('fromOn', '<=', toOn)
    .where('toOn', '>=', term.fromOn)
    .executeTakeFirst()
  if (earlier) return 'known'
  const unit = { id: body.unitId, name: body.unitName }
  const purpose = t(formMessages.clerkPurpose, { body: body.name })
  const role = { person: account, role: 'clerk', unit, body, isDownTheTree: false, purpose, by: null }
  await giveRole(db, { grant: { ...role, fromOn: term.fromOn, toOn }, once: onceAt(now) })
  return 'named'
}

const onceAt = (now: Date) => ({ key: null, asker: '', request: null, now })

function howToWrite(part: string): string {
  return `“${part}” cannot be read. Write: ada@example.org 2026-11-01 2027-10-31 chair, with a semicolon between people.`
}

function unknownPerson({ email }: NamedInCell): string {
  return `Nobody here has the address ${email}. Import the members first, or write a name before it: Ada Novak <${email}>. The body is taken.`
}

function backwards({ email }: NamedInCell): string {
  return `The term of ${email} ends before it begins. With one day alone, it is the last one. The body is taken.`
}
