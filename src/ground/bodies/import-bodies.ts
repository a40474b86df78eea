import type { CsvProblem } from '#core/csv/csv-problem.ts'
import type { CsvRow } from '#core/csv/csv-row.ts'
import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { type BodyDetails, changeBodyIn, detailsOf, openBodyIn } from './change-body.ts'
import { changePromise } from './change-promise.ts'
import { formMessages } from './form-messages.ts'
import { nameFromRow } from './name-from-row.ts'
import { type Body, findBody } from './queries.ts'
import { doubled, noSuchUnit, type Read, readRow } from './read-body-row.ts'

export interface BodiesImport {
  rows: AsyncIterable<CsvRow>
  now: Date
  t: Translate
  onProblem(problem: CsvProblem): void
}

export interface BodiesImported {
  opened: number
  /** Said anew, or with another promise. */
  changed: number
  known: number
  /** Members and clerks who are new. */
  named: number
}

interface Unit {
  id: string
  slug: string
}

/**
 * Takes bodies in, with their members and clerks. What a row says of a body that stands already replaces it; an empty cell
 * leaves it. A reviewing body may come later in the file. Safe to repeat: nobody is named twice, and nobody whose seat or
 * role was ended comes back.
 */
export async function importBodies(db: Db, task: BodiesImport): Promise<BodiesImported> {
  const units = await unitsByName(db)
  const tally: BodiesImported = { opened: 0, changed: 0, known: 0, named: 0 }
  const lines = new Map<string, number>()
  const reviewedLater: Read[] = []
  for await (const row of task.rows) {
    const read = readRow(row, task)
    const unit = read && units.get(read.unit)
    const problem = read && (doubled(read, lines) ?? (unit ? null : noSuchUnit(read)))
    if (problem) task.onProblem(problem)
    if (!read || !unit || problem) continue
    const isReviewerHere = !read.reviewed_by || (await findBody(db, read.reviewed_by, task.now))
    const ready = isReviewerHere ? read : { ...read, reviewed_by: undefined }
    if (!(await takeRow(db, { read: ready, unit, task, tally }))) continue
    lines.set(read.slug, row.line)
    if (!isReviewerHere) reviewedLater.push(read)
  }
  for (const read of reviewedLater) await nameReviewer(db, read, task)
  return tally
}

/** Open units by slug and by official code. */
async function unitsByName(db: Db): Promise<Map<string, Unit>> {
  const units = db.selectFrom('units').select(['id', 'slug', 'code']).where('closedOn', 'is', null)
  return new Map(
    (await units.execute()).flatMap(({ id, slug, code }) => {
      const unit = { id, slug }
      return code
        ? ([
            [slug, unit],
            [code, unit],
          ] as const)
        : ([[slug, unit]] as const)
    }),
  )
}

interface Taking {
  read: Read
  unit: Unit
  task: BodiesImport
  tally: BodiesImported
}

/** True when the body stands as the row says; its people are then named. */
async function takeRow(db: Db, taking: Taking): Promise<boolean> {
  const { read, task, tally } = taking
  const standing = await findBody(db, read.slug, task.now)
  const change = standing ? await changeStanding(db, standing, taking) : await open(db, taking)
  if (change === null) return false
  tally[change] += 1
  const body = await findBody(db, read.slug, task.now)
  if (body) tally.named += await nameFromRow(db, { body, row: read.row, task })
  return true
}

async function open(db: Db, { read, unit, task }: Taking): Promise<'opened' | null> {
  const { kind, days, row } = read
  if (!kind || !days) {
    const [heading, reason] = kind
      ? ['days', 'Say within how many days it answers, between 1 and 366.']
      : ['kind', 'Say what it is: commission, board, branch meeting.']
    task.onProblem(row.problem(heading, reason))
    return null
  }
  const none = {
    name: read.name,
    kind,
    about: '',
    reviewedBy: null,
    isFrontDesk: false,
    holdsStrangers: false,
  }
  const body = { slug: read.slug, unit, promiseDays: days, details: withRow(none, read) }
  await inTransaction(db, (tx) => openBodyIn(tx, { body, now: task.now }))
  return 'opened'
}

async function changeStanding(
  db: Db,
  standing: Body,
  { read, unit, task }: Taking,
): Promise<'changed' | 'known' | null> {
  const refusal = refusalOf(read, standing, unit)
  if (refusal) {
    task.onProblem(refusal)
    return null
  }
  const { now } = task
  const details = withRow(await detailsOf(db, standing, now), read)
  const outcome = await inTransaction(db, (tx) =>
    changeBodyIn(tx, { change: { slug: read.slug, details }, now }),
  )
  if (!outcome.ok) {
    task.onProblem(read.row.problem('reviewed_by', 'A body does not review itself. Name another one.'))
    return null
  }
  const isPromised = read.days !== undefined && read.days !== standing.promiseDays
  if (isPromised) await promiseAnew(db, { body: standing, days: read.days ?? 0, task })
  return isPromised || outcome.change === 'changed' ? 'changed' : 'known'
}

function refusalOf({ unit: named, front_desk, row }: Read, standing: Body, unit: Unit): CsvProblem | null {
  if (standing.unitId !== unit.id)
    return row.problem(
      'unit',
      `“${standing.slug}” is a body of “${standing.unitSlug}”, not of “${named}”: a body stays in its unit.`,
    )
  if (front_desk === 'no' && standing.isFrontDesk)
    return row.problem(
      'front_desk',
      'There is always one front desk: write yes at another body, and it moves.',
    )
  return null
}

/** What the row says over what stands; an empty cell leaves it. */
function withRow(standing: BodyDetails, read: Read): BodyDetails {
  return {
    name: read.name,
    kind: read.kind ?? standing.kind,
    about: read.about ?? standing.about,
    reviewedBy: read.reviewed_by ?? standing.reviewedBy,
    isFrontDesk: read.front_desk === undefined ? standing.isFrontDesk : read.front_desk === 'yes',
    holdsStrangers:
      read.holds_strangers === undefined ? standing.holdsStrangers : read.holds_strangers === 'yes',
  }
}

async function promiseAnew(
  db: Db,
  { body, days, task }: { body: Body; days: number; task: BodiesImport },
): Promise<void> {
  const { t, now } = task
  const reason = t(formMessages.importReason)
  const promise = { body, days, reason, language: t.language, by: '' }
  await changePromise(db, { promise, once: { key: null, asker: '', request: null, now } })
}

/** Its reviewer came later in the file, or never. */
async function nameReviewer(db: Db, read: Read, { now, onProblem }: BodiesImport): Promise<void> {
  const body = await findBody(db, read.slug, now)
  if (!body) return
  const details = { ...(await detailsOf(db, body, now)), reviewedBy: read.reviewed_by ?? null }
  const outcome = await inTransaction(db, (tx) =>
    changeBodyIn(tx, { change: { slug: read.slug, details }, now }),
  )
  if (outcome.ok) return
  const reason =
    outcome.why === 'reviews-itself'
      ? 'A body does not review itself. Name another one.'
      : `No body has the slug “${read.reviewed_by}”, here or in this file. The body is taken without a reviewer.`
  onProblem(read.row.problem('reviewed_by', reason))
}
