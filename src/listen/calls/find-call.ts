import { sql } from 'kysely'
import type { Viewer } from '#core/access/viewer.ts'
import type { Db, Tx } from '#core/db/connect.ts'
import { kept } from '#core/db/kept-statements.ts'
import { sharedByKey } from '#core/db/shared-questions.ts'
import type { Call } from './call.ts'
import { questionsOf } from './facts-for-answers.ts'

const MOST_DIGITS = 15

/** The announced call of a public number, with its questions and options; anybody may read it, whoever may answer. */
export async function findVisibleCall(
  db: Db | Tx,
  _viewer: Viewer,
  number: string | number | undefined,
): Promise<Call | null> {
  const text = String(number ?? '')
  if (!/^[1-9]\d*$/.test(text) || text.length > MOST_DIGITS) return null
  const row = await callRow(db, Number(text))
  return row ? callIn(row) : null
}

/** Thousands answer one call in an hour: those who come while it is asked for share the next time. */
const callRow = sharedByKey(String, (db: Db | Tx, number: number) =>
  calls(db).where('matters.number', '=', number).modifyEnd(kept).executeTakeFirst(),
)

/** The same by its id, for whoever has it from an answer. */
export async function callById(db: Db | Tx, id: string): Promise<Call | null> {
  const row = await calls(db).where('calls.id', '=', id).executeTakeFirst()
  return row ? callIn(row) : null
}

function calls(db: Db | Tx) {
  return db
    .selectFrom('calls')
    .innerJoin('matters', 'matters.id', 'calls.id')
    .innerJoin('bodies', 'bodies.id', 'calls.bodyId')
    .innerJoin('units', 'units.id', 'bodies.unitId')
    .innerJoin('notices', 'notices.id', 'calls.noticeId')
    .leftJoin('units as audience', 'audience.id', 'calls.audienceUnit')
    .select([
      'calls.id',
      'matters.number',
      'matters.title',
      'matters.language',
      'matters.visibility',
      'calls.about',
      'calls.bodyId',
      'bodies.slug as bodySlug',
      'bodies.name as bodyName',
      'bodies.unitId as bodyUnitId',
      'bodies.holdsStrangers',
      'units.lineage',
      sql<Call['audience']>`calls.audience`.as('audience'),
      'audience.id as audienceId',
      'audience.slug as audienceSlug',
      'audience.name as audienceName',
      'calls.opensAt',
      'calls.closesAt',
      'calls.helpersUntil',
      'calls.promise',
      'calls.promisedOn',
      'calls.noticeId',
      'calls.noticeVersion',
      'notices.slug as noticeSlug',
      'calls.announcedAt',
      'calls.resultPublishedAt',
      questionsOf.as('questions'),
    ])
    .where('calls.announcedAt', 'is not', null)
    .where('matters.visibility', 'in', ['public', 'removed'])
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof calls>['executeTakeFirst']>>>

function callIn(row: Row): Call {
  const { bodyId, bodySlug, bodyName, bodyUnitId, holdsStrangers, lineage, ...rest } = row
  const {
    audienceId,
    audienceSlug,
    audienceName,
    noticeId,
    noticeVersion,
    noticeSlug,
    announcedAt,
    ...call
  } = rest
  return {
    ...call,
    announcedAt: announcedAt ?? call.opensAt,
    body: { id: bodyId, slug: bodySlug, name: bodyName, unitId: bodyUnitId, lineage, holdsStrangers },
    audienceUnit: audienceId ? { id: audienceId, slug: audienceSlug ?? '', name: audienceName ?? '' } : null,
    notice: { id: noticeId, slug: noticeSlug, version: noticeVersion },
  }
}
