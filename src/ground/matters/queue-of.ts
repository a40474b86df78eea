import { type ExpressionBuilder, sql } from 'kysely'
import type { Db, Tables } from '#core/db/connect.ts'
import { isDueSoon } from './rules.ts'

/** A matter as it lies in the queue of a body. */
export interface Queued {
  id: string
  number: number
  kind: string
  /** Null while the public may not read it, and once it was removed. */
  title: string | null
  language: string
  unitName: string
  openedAt: Date
  custody: { id: string; receivedAt: Date; dueAt: Date; consideredAt: Date | null }
}

export type Lateness = 'overdue' | 'due-soon' | 'later'

export function latenessOf({ custody }: Pick<Queued, 'custody'>, now: Date): Lateness {
  if (custody.dueAt < now) return 'overdue'
  return isDueSoon(custody, now) ? 'due-soon' : 'later'
}

export interface QueueWish {
  bodyId: string
  now: Date
  limit: number
  offset: number
  /** Words of the title, or a number. */
  find?: string
  /** The clerk's desk: held titles are read there, and what waits to be announced stands elsewhere. */
  isForClerk?: boolean
}

/** Overdue first, then what is due soon, then the rest, each by its due date. */
export async function queueOf(db: Db, wish: QueueWish): Promise<Queued[]> {
  const { now, limit, offset, isForClerk } = wish
  const rows = await inQueue(db, wish)
    .innerJoin('units', 'units.id', 'matters.unitId')
    .select([
      'matters.id',
      'matters.number',
      'matters.kind',
      'matters.title',
      'matters.visibility',
      'matters.language',
      'matters.openedAt',
      'units.name as unitName',
      'custody.id as custodyId',
      'custody.receivedAt',
      'custody.dueAt',
      'custody.consideredAt',
    ])
    .orderBy(
      sql`case when custody.due_at < ${now} then 0
        when (custody.due_at - ${now}) * 3 <= custody.due_at - custody.received_at then 1 else 2 end`,
    )
    .orderBy('custody.dueAt')
    .orderBy('custody.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(({ custodyId, receivedAt, dueAt, consideredAt, title, visibility, ...matter }) => ({
    ...matter,
    title: visibility === 'public' || isForClerk ? title : null,
    custody: { id: custodyId, receivedAt, dueAt, consideredAt },
  }))
}

export interface QueueCounts {
  all: number
  overdue: number
  dueSoon: number
}

export async function countQueue(db: Db, wish: QueueWish): Promise<QueueCounts> {
  const { now } = wish
  return inQueue(db, wish)
    .select([
      sql<number>`count(*)`.as('all'),
      sql<number>`count(*) filter (where custody.due_at < ${now})`.as('overdue'),
      sql<number>`count(*) filter (where custody.due_at >= ${now}
        and (custody.due_at - ${now}) * 3 <= custody.due_at - custody.received_at)`.as('dueSoon'),
    ])
    .executeTakeFirstOrThrow()
}

function inQueue(db: Db, { bodyId, find, isForClerk }: QueueWish) {
  return db
    .selectFrom('custody')
    .innerJoin('matters', 'matters.id', 'custody.matterId')
    .where('custody.bodyId', '=', bodyId)
    .where('custody.decidedAt', 'is', null)
    .$if(isForClerk === true, (query) => query.where(isNotPending))
    .$if(find !== undefined && find !== '', (query) => query.where((eb) => eb.or(findings(find ?? ''))))
}

type InQueue = ExpressionBuilder<Tables, 'custody' | 'matters'>

function isNotPending(eb: InQueue) {
  const pending = eb
    .selectFrom('pendingDecisions')
    .select('pendingDecisions.id')
    .whereRef('pendingDecisions.custodyId', '=', 'custody.id')
  return eb.not(eb.exists(pending))
}

function findings(find: string) {
  const pattern = `%${find.replace(/[\\%_]/g, '\\$&')}%`
  return [sql<boolean>`matters.title ilike ${pattern}`, sql<boolean>`matters.number::text = ${find}`]
}
