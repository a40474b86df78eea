import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { KeptFigures } from '#core/db/kept-figures.ts'
import type { TranslatedTitle } from '#ground/translations/translations-of.ts'

export interface OverdueMatter {
  id: string
  custodyId: string
  number: number
  kind: string
  title: string | null
  language: string
  openedAt: Date
  bodySlug: string
  bodyName: string
  receivedAt: Date
  dueAt: Date
  /** In the reader's language, where it was translated. */
  translated?: TranslatedTitle
}

export interface OverdueWish {
  now: Date
  limit: number
  /** Slug of one body. */
  body?: string
  after?: Place
}

/** Where a page of the list ends. */
export interface Place {
  dueAt: Date
  custodyId: string
}

/** Open matters past the day that was promised, the oldest promise first, across all bodies. */
export async function overdueMatters(
  db: Db,
  { now, limit, body, after }: OverdueWish,
): Promise<OverdueMatter[]> {
  const rows = await overdue(db, now)
    .innerJoin('matters', 'matters.id', 'custody.matterId')
    .select([
      'custody.id as custodyId',
      'matters.id',
      'matters.number',
      'matters.kind',
      'matters.title',
      'matters.visibility',
      'matters.language',
      'matters.openedAt',
      'bodies.slug as bodySlug',
      'bodies.name as bodyName',
      'custody.receivedAt',
      'custody.dueAt',
    ])
    .$if(body !== undefined, (query) => query.where('bodies.slug', '=', body ?? ''))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(custody.due_at, custody.id) > (${after?.dueAt}, ${after?.custodyId})`),
    )
    .orderBy('custody.dueAt')
    .orderBy('custody.id')
    .limit(limit)
    .execute()
  return rows.map(({ visibility, title, ...row }) => ({
    ...row,
    title: visibility === 'public' ? title : null,
  }))
}

export interface OverdueOfBody {
  slug: string
  name: string
  count: number
  oldestDueAt: Date
}

/** Bodies with overdue matters, the oldest promise first; where thousands are overdue, as it was up to a minute ago. */
export function overdueByBody(db: Db, now: Date): Promise<OverdueOfBody[]> {
  return kept.get(db, { key: 'house', now, count: () => countByBody(db, now) })
}

const LARGE = 5_000
const kept = new KeptFigures<OverdueOfBody[]>(
  (bodies) => bodies.reduce((sum, { count }) => sum + count, 0) > LARGE,
)

async function countByBody(db: Db, now: Date): Promise<OverdueOfBody[]> {
  return overdue(db, now)
    .select([
      'bodies.slug',
      'bodies.name',
      sql<number>`count(*)`.as('count'),
      sql<Date>`min(custody.due_at)`.as('oldestDueAt'),
    ])
    .groupBy(['bodies.slug', 'bodies.name'])
    .orderBy('oldestDueAt')
    .orderBy('bodies.slug')
    .execute()
}

function overdue(db: Db, now: Date) {
  return db
    .selectFrom('custody')
    .innerJoin('bodies', 'bodies.id', 'custody.bodyId')
    .where('custody.decidedAt', 'is', null)
    .where('custody.dueAt', '<', now)
}

/** A cursor says where the last page ended, so that what is decided meanwhile makes no gap. */
export function cursorOf({ dueAt, custodyId }: Place): string {
  return Buffer.from(`${dueAt.toISOString()} ${custodyId}`).toString('base64url')
}

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f-]{36})$/

/** Null when it is none of ours. */
export function placeOf(cursor: string): Place | null {
  const [, dueAt, custodyId] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? []
  return dueAt && custodyId ? { dueAt: new Date(dueAt), custodyId } : null
}
