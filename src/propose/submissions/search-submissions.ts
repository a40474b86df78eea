import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { kept } from '#core/db/kept-statements.ts'
import { timeCursorOf } from '#core/http/time-cursor.ts'
import {
  hasWords,
  type Listed,
  namedSubmissions,
  numberedSubmissions,
  numberIn,
  type Wish,
} from './asked-submissions.ts'
import type { ListQuery } from './list-input.ts'
import { listedIf, newestListed } from './listed-submissions.ts'

export type Search = ListQuery & { q: string }

export interface SearchWish extends Wish {
  /** Smaller ones are for tests. */
  bounds?: Bounds
}

/** Where a search turns from one way of looking to the next. */
export interface Bounds {
  /** Of what the filters leave, so many are asked one by one whether they have the words. */
  filtered: number
  /** So many, once the words are known to be frequent. */
  further: number
  /** What more than so many of one day have is asked of the day's list, not of the index of words. */
  daily: number
  /** So many days are walked before the index of words is asked as a whole. */
  lately: number
  /** What at most so many have is rare: all of them are read and sorted. */
  rare: number
}

const BOUNDS: Bounds = { filtered: 1_000, further: 6_000, daily: 2_000, lately: 24, rare: 4_000 }

/**
 * A word that many used fills the page within a few days, however long its history; its whole index would bring tens of thousands,
 * to be read and sorted for twenty. A rare one is found by the whole index. What is frequent, and not of late, is walked for. Where a
 * filter leaves few, or many that have the words, those it leaves are asked first.
 */
export async function searchSubmissions(db: Db, query: Search, wish: SearchWish): Promise<Listed[]> {
  const number = numberIn(query.q)
  if (number) return numberedSubmissions(db, query, { ...wish, number })
  const { filtered, further, daily, lately, rare } = wish.bounds ?? BOUNDS
  const isNarrow = isFiltered(query)
  const ids =
    (isNarrow ? await amongFiltered(db, query, { ...wish, filtered }) : null) ??
    (await amongLate(db, query, { ...wish, daily, days: lately })) ??
    (await rareOnes(db, query.q, rare)) ??
    (isNarrow ? await amongFiltered(db, query, { ...wish, filtered: further }) : null) ??
    // From the newest again: what came or went since would stand twice, or not at all, between two parts.
    (await newestByDay(db, query, { ...wish, daily }))
  return namedSubmissions(db, query, { ...wish, ids })
}

const isFiltered = ({ kind, state, body, language }: Search) =>
  [kind, state, body, language].some((filter) => filter !== undefined)

/** Those of the last days; null where they do not fill a page. */
async function amongLate(
  db: Db,
  query: Search,
  wish: Wish & { daily: number; days: number },
): Promise<string[] | null> {
  const ids = await newestByDay(db, query, wish)
  return ids.length > wish.most ? ids : null
}

/** Those of the newest that the filters leave; null where they neither fill a page nor are all there are. */
async function amongFiltered(
  db: Db,
  query: Search,
  { now, most, filtered }: Wish & { filtered: number },
): Promise<string[] | null> {
  const { rows } = await sql<{ ids: string[]; isAll: boolean }>`
    with listed as materialized (${newestListed(query, { now, most: filtered })})
    select
      array(
        ${withWords(sql`select id, opened_at from listed`, query.q)}
        order by opened_at desc, id desc
        limit ${most + 1}::int
      ) as ids,
      (select count(*) < ${filtered}::int from listed) as is_all ${kept}`.execute(db)
  const [found] = rows
  return found && (found.isAll || found.ids.length > most) ? found.ids : null
}

/**
 * The newest that fit: from day to day, each by its own part of the index, until a page is full or so many days are through. The
 * whole history where no days are named.
 */
async function newestByDay(
  db: Db,
  query: Search,
  { now, most, daily, days }: Wish & { daily: number; days?: number },
): Promise<string[]> {
  const after = timeCursorOf(query.after)?.at ?? 'infinity'
  const last = days === undefined ? sql`oldest` : sql`greatest(oldest, newest - ${days}::int)`
  const { rows } = await sql<{ id: string }>`
    with recursive ends as materialized (
      select (least(max(opened_at), ${after}) at time zone 'UTC')::date + 1 as newest, (min(opened_at) at time zone 'UTC')::date as oldest
      from matters
      where parent_id is null
    ),
    walked as (
      select newest as day, ${last} as last, '{}'::uuid[] as ids, 0 as found from ends
      union all
      select before.day, walked.last, here.ids, walked.found + cardinality(here.ids)
      from walked
      cross join lateral (select walked.day - 1 as day) as before
      cross join lateral (${ofDay(sql`before.day`, query, { now, most, daily })} offset 0) as here
      where walked.found <= ${most} and walked.day > walked.last
    )
    select id from walked cross join unnest(ids) as id ${kept}`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * What one day (UTC) brought with the words. Where thousands used them that day (a campaign), the day's list is asked for those that
 * have them, newest first: it ends with the page, and a filter leaves out most of the day.
 */
function ofDay(day: RawBuilder<unknown>, query: Search, { now, most, daily }: Wish & { daily: number }) {
  const page = sql`order by opened_at desc, id desc limit ${most + 1}::int`
  return sql`
    with worded as materialized (
      select id, opened_at from submissions where (opened_at at time zone 'UTC')::date = ${day} and ${hasWords(query.q)}
    )
    select case when (select count(*) from (select from worded limit ${daily + 1}::int) as first_ones) <= ${daily}::int
      then array(
        select ordered.id
        from (select id, opened_at from worded order by opened_at desc, id desc offset 0) as ordered
        cross join lateral (${listedIf(sql`listed.id = ordered.id`, query, now)}) as listed
        order by ordered.opened_at desc, ordered.id desc
        limit ${most + 1}::int
      )
      else array(${withWords(newestListed(query, { now, most: MOST_OF_A_DAY, day }), query.q)} ${page})
    end as ids`
}

/** More than a day has ever brought; a limit keeps each stretch in its order. */
const MOST_OF_A_DAY = 10_000_000

/** Of these rows, of columns id and opened_at, the ids of those that have the words. */
function withWords(rows: RawBuilder<unknown>, q: string) {
  return sql`
    select ordered.id
    from (${rows}) as ordered
    cross join lateral (select from submissions where submissions.id = ordered.id and ${hasWords(q)} offset 0) as worded`
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
