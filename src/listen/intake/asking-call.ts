import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'

/** A call as somebody needs it who takes its answers in by another route than the web. */
export interface AskingCall {
  id: string
  number: number
  title: string
  language: string
  body: { id: string; name: string; slug: string }
  opensAt: Date
  closesAt: Date
  promise: string
  promisedOn: string
  /** The first that takes words; null where none does. */
  openQuestion: string | null
}

/** The announced call of a number, open or not; null where there is none that may be seen. */
export async function findAskingCall(db: Db | Tx, number: number): Promise<AskingCall | null> {
  const row = await db
    .selectFrom('calls')
    .innerJoin('matters', 'matters.id', 'calls.id')
    .innerJoin('bodies', 'bodies.id', 'calls.bodyId')
    .select([
      'calls.id',
      'matters.number',
      'matters.title',
      'matters.language',
      'calls.opensAt',
      'calls.closesAt',
      'calls.promise',
      'calls.promisedOn',
      'bodies.id as bodyId',
      'bodies.name as bodyName',
      'bodies.slug as bodySlug',
      sql<string | null>`(
        select q.id from call_questions q where q.call_id = calls.id and q.kind = 'open' order by q.place limit 1
      )`.as('openQuestion'),
    ])
    .where('matters.number', '=', number)
    .where('matters.visibility', '=', 'public')
    .where('calls.announcedAt', 'is not', null)
    .executeTakeFirst()
  if (!row) return null
  const { bodyId, bodyName, bodySlug, title, ...call } = row
  return { ...call, title: title ?? `${number}`, body: { id: bodyId, name: bodyName, slug: bodySlug } }
}
