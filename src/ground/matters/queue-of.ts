import { type ExpressionBuilder, sql } from 'kysely'
import type { Db, Tables } from '#core/db/connect.ts'
import type { TranslatedTitle } from '#ground/translations/translations-of.ts'
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
  /** In the reader's language, where it was translated and is asked for. */
  translated?: TranslatedTitle
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

/**
 * Overdue first, then what is due soon, then the rest, each by its due date. A page of overdue ones alone is asked for first: it is cut
 * from the index, where ranks of all would be sorted, of a body that has tens of thousands.
 */
export async function queueOf(db: Db, wish: QueueWish): Promise<Queued[]> {
  const overdue = await pageOf(db, { ...wish, isOverdue: true })
  const rows = overdue.length === wish.limit ? overdue : await pageOf(db, wish)
  return rows.map(({ custodyId, receivedAt, dueAt, consideredAt, title, visibility, ...matter }) => ({
    ...matter,
    title: visibility === 'public' || wish.isForClerk ? title : null,
    custody: { id: custodyId, receivedAt, dueAt, consideredAt },
  }))
}

/** The page is cut out of the custodies before anything is joined to it: a body may have tens of thousands. */
function pageOf(db: Db, wish: QueueWish & { isOverdue?: boolean }) {
  const { now, limit, offset, isOverdue = false } = wish
  const rank = sql<number>`case when custody.due_at < ${now} then 0
    when (custody.due_at - ${now}) * 3 <= custody.due_at - custody.received_at then 1 else 2 end`
  const page = inQueue(db, wish)
    .select([
      'custody.id',
      'custody.matterId',
      'custody.receivedAt',
      'custody.dueAt',
      'custody.consideredAt',
      rank.as('rank'),
    ])
    .$if(isOverdue, (query) => query.where('custody.dueAt', '<', now))
    .$if(!isOverdue, (query) => query.orderBy('rank'))
    .orderBy('custody.dueAt')
    .orderBy('custody.id')
    .limit(limit)
    .offset(offset)
  return db
    .selectFrom(page.as('page'))
    .innerJoin('matters', 'matters.id', 'page.matterId')
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
      'page.id as custodyId',
      'page.receivedAt',
      'page.dueAt',
      'page.consideredAt',
    ])
    .orderBy('page.rank')
    .orderBy('page.dueAt')
    .orderBy('page.id')
    .execute()
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

function inQueue(db: Db, { bodyId, find = '', isForClerk }: QueueWish) {
  return db
    .selectFrom('custody')
    .where('custody.bodyId', '=', bodyId)
    .where('custody.decidedAt', 'is', null)
    .$if(isForClerk === true, (query) => query.where(isNotPending))
    .$if(find !== '', (query) => query.where((eb) => hasWords(eb, find)))
}

type InQueue = ExpressionBuilder<Tables, 'custody'>

function isNotPending(eb: InQueue) {
  const pending = eb
    .selectFrom('pendingDecisions')
    .select('pendingDecisions.id')
    .whereRef('pendingDecisions.custodyId', '=', 'custody.id')
  return eb.not(eb.exists(pending))
}

function hasWords(eb: InQueue, find: string) {
  const pattern = `%${find.replace(/[\\%_]/g, '\\$&')}%`
  const found = eb
    .selectFrom('matters')
    .select('matters.id')
    .whereRef('matters.id', '=', 'custody.matterId')
    .where((or) =>
      or.or([or('matters.title', 'ilike', pattern), sql<boolean>`matters.number::text = ${find}`]),
    )
  return eb.exists(found)
}
