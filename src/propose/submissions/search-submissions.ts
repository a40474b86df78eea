import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { kept } from '#core/db/kept-statements.ts'
import { timeCursorOf } from '#core/http/time-cursor.ts'
import { askedSubmissions, hasWords, type Listed, numberIn } from './asked-submissions.ts'
import type { ListQuery } from './list-input.ts'

export type Search = ListQuery & { q: string }

export interface SearchWish {
  now: Date
  most: number
  /** Smaller ones are for tests. */
  bounds?: Bounds
}

/** Where a search turns from one way of looking to the next. */
export interface Bounds {
  /** So many days are walked before the index of words is asked as a whole. */
  lately: number
  /** What at most so many have is rare: all of them are read and sorted. */
  rare: number
}

const BOUNDS: Bounds = { lately: 24, rare: 4_000 }

/**
 * A word that many used fills the page within a few days, however long its history; its whole index would bring tens of thousands,
 * to be read and sorted for twenty. A rare one is found by the whole index. What is frequent, and not of late, is walked for.
 */
export async function searchSubmissions(db: Db, query: Search, wish: SearchWish): Promise<Listed[]> {
  if (numberIn(query.q)) return askedSubmissions(db, query, wish).execute()
  const { lately, rare } = wish.bounds ?? BOUNDS
  const late = await newestByDay(db, query, { ...wish, days: lately })
  if (late.length > wish.most) return listed(db, query, { ...wish, ids: late })
  const ids = await rareOnes(db, query.q, rare)
  // From the newest again: what came or went since would stand twice, or not at all, between two parts.
  return listed(db, query, { ...wish, ids: ids ?? (await newestByDay(db, query, wish)) })
}

function listed(db: Db, query: Search, wish: SearchWish & { ids: readonly string[] }): Promise<Listed[]> {
  return askedSubmissions(db, query, wish).execute()
}

/**
 * The newest that fit: from day to day, each by its own part of the index, until a page is full or so many days are through. The
 * whole history where no days are named.
 */
async function newestByDay(
  db: Db,
  query: Search,
  { now, most, days }: SearchWish & { days?: number },
): Promise<string[]> {
  const ofDay = askedSubmissions(db, query, { now, most, day: sql`before.day` })
    .clearSelect()
    .select('matters.id')
  const after = timeCursorOf(query.after)?.at ?? 'infinity'
  const last = days === undefined ? sql`oldest` : sql`greatest(oldest, newest - ${days}::int)`
  const { rows } = await sql<{ id: string }>`
    with recursive ends as materialized (
      select (least(max(opened_at), ${after}) at time zone 'UTC')::date + 1 as newest, (min(opened_at) at time zone 'UTC')::date as oldest
      from matters
      where visibility = 'public' and parent_id is null
    ),
    walked as (
      select newest as day, ${last} as last, '{}'::uuid[] as ids, 0 as found from ends
      union all
      select before.day, walked.last, here.ids, walked.found + cardinality(here.ids)
      from walked
      cross join lateral (select walked.day - 1 as day) as before
      cross join lateral (select array(${ofDay}) as ids offset 0) as here
      where walked.found <= ${most} and walked.day > walked.last
    )
    select id from walked cross join unnest(ids) as id ${kept}`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * All that have the words, in no order; null where they are too many to be read for one page. Materialized, so that PostgreSQL
 * does not read the table in the hope of so many: "winter -winter" looks frequent, and nothing has it.
 */
async function rareOnes(db: Db, q: string, most: number): Promise<string[] | null> {
  const { rows } = await sql<{ id: string }>`
    with found as materialized (select id from submissions where ${hasWords(q)})
    select id from found limit ${most + 1}`.execute(db)
  return rows.length > most ? null : rows.map(({ id }) => id)
}
