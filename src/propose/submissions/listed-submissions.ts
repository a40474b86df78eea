import { type RawBuilder, sql } from 'kysely'
import { timeCursorOf } from '#core/http/time-cursor.ts'
import { CLOSING } from '#ground/matters/close-custody.ts'
import { KINDS } from './input.ts'
import type { ListQuery } from './list-input.ts'

type State = NonNullable<ListQuery['state']>

const OPEN = ['received', 'being-considered']

/** Where a submission stands, or how it ended, as `listed_submissions` has it. */
function standingsOf(state: State | undefined): readonly string[] {
  if (state === undefined) return [...OPEN, ...CLOSING]
  if (state === 'open' || state === 'overdue') return OPEN
  return state === 'closed' ? CLOSING : [state]
}

interface Wish {
  now: Date
  most: number
  /** Only what was handed in on this day (UTC). */
  day?: RawBuilder<unknown>
}

/**
 * The newest that fit the filters, of columns id and opened_at. Whatever is not asked for (a state, a kind) is a handful of stretches
 * of one index, each in the order of the list; a page is put together from the beginning of each.
 */
export function newestListed(query: ListQuery, { now, most, day }: Wish): RawBuilder<unknown> {
  const page = sql`order by opened_at desc, id desc limit ${most}::int`
  const ofDay = day
    ? sql`and listed.opened_at >= ${day}::timestamp at time zone 'UTC' and listed.opened_at < (${day} + 1)::timestamp at time zone 'UTC'`
    : sql``
  const lateness = query.state === 'overdue' ? [true] : [false, true]
  const stretches = sql`
    select newest.id, newest.opened_at
    from unnest(${[...standingsOf(query.state)]}::text[]) as asked_state (state)
    cross join unnest(${lateness}::boolean[]) as asked_lateness (is_late)
    cross join unnest(${query.kind ? [query.kind] : [...KINDS]}::text[]) as asked_kind (kind)
    cross join lateral (
      select listed.id, listed.opened_at
      from listed_submissions as listed
      where listed.state = asked_state.state
        and listed.is_late = asked_lateness.is_late
        and listed.kind = asked_kind.kind
        ${alsoAsked(query, now)}
        ${ofDay}
      ${page}
    ) as newest`
  if (query.state !== 'overdue') return sql`${stretches} ${page}`
  return sql`${stretches} union all (${lateSince(query, now)} ${ofDay} ${page}) ${page}`
}

/**
 * What came due since the job noted what is late: few, however many are late. Materialized, so that PostgreSQL finds them by the day
 * they were due, and not by a body or a language that has tens of thousands.
 */
function lateSince(query: ListQuery, now: Date) {
  return sql`
    with lately as materialized (
      select * from listed_submissions where not is_late and state in ('received', 'being-considered') and due_at < ${now}
    )
    select listed.id, listed.opened_at from lately as listed where ${fits(query, now)}`
}

/**
 * The one row so named, if it fits the filters. `offset 0` has each looked up by its id: PostgreSQL takes a body for an average one,
 * and would read all of one that has tens of thousands.
 */
export function listedIf(isNamed: RawBuilder<unknown>, query: ListQuery, now: Date): RawBuilder<unknown> {
  return sql`
    select listed.id, listed.opened_at from listed_submissions as listed where ${isNamed} and ${fits(query, now)} offset 0`
}

function fits(query: ListQuery, now: Date) {
  return sql`
    listed.state = any(${[...standingsOf(query.state)]}::text[])
    ${query.kind ? sql`and listed.kind = ${query.kind}` : sql``}
    ${alsoAsked(query, now)}`
}

function alsoAsked(query: ListQuery, now: Date) {
  const after = timeCursorOf(query.after)
  return sql`
    ${query.state === 'overdue' ? sql`and listed.due_at < ${now}` : sql``}
    ${query.language ? sql`and listed.language = ${query.language}` : sql``}
    ${query.body ? sql`and listed.body_id = (select id from bodies where slug = ${query.body})` : sql``}
    ${after ? sql`and (listed.opened_at, listed.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}`
}
