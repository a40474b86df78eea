import type { Db } from '#core/db/connect.ts'
import { type CallState, stateOf } from './call.ts'
import { receivedOf } from './counts.ts'

export interface ListedCall {
  id: string
  number: number
  title: string | null
  language: string
  bodyName: string
  bodySlug: string
  opensAt: Date
  closesAt: Date
  announcedAt: Date | null
  state: CallState
  received: number
}

const MOST = 200

/** Announced calls, those that close soonest first while they are open, then the newest. */
export async function listCalls(
  db: Db,
  { now, bodyId }: { now: Date; bodyId?: string },
): Promise<ListedCall[]> {
  const rows = await db
    .selectFrom('calls')
    .innerJoin('matters', 'matters.id', 'calls.id')
    .innerJoin('bodies', 'bodies.id', 'calls.bodyId')
    .select([
      'calls.id',
      'matters.number',
      'matters.title',
      'matters.language',
      'bodies.name as bodyName',
      'bodies.slug as bodySlug',
      'calls.opensAt',
      'calls.closesAt',
      'calls.announcedAt',
    ])
    .where('calls.announcedAt', 'is not', null)
    .where('matters.visibility', '=', 'public')
    .$if(bodyId !== undefined, (query) => query.where('calls.bodyId', '=', bodyId ?? ''))
    .orderBy('calls.closesAt', 'desc')
    .limit(MOST)
    .execute()
  const counts = await receivedOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, state: stateOf(row, now), received: counts.get(row.id) ?? 0 }))
}
