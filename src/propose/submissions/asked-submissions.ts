import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Db, Tables } from '#core/db/connect.ts'
import { timeCursorOf } from '#core/http/time-cursor.ts'
import type { ListedMatter } from '#ground/matters/listed-matter.ts'
import type { ListQuery } from './list-input.ts'

/** A submission as a list shows it. */
export interface Listed extends ListedMatter {
  bodyName: string | null
  bodySlug: string | null
}

export interface Wish {
  now: Date
  most: number
  /** Only these, whose words were found to fit. */
  ids?: readonly string[]
  /** Only what was handed in on this day (UTC) and has the words. */
  day?: RawBuilder<unknown>
}

/** What answers the search and the filters, newest first; one more than asked for tells that there are more. */
export function askedSubmissions(db: Db, query: ListQuery, { now, most, ids, day }: Wish) {
  const after = timeCursorOf(query.after)
  const before = after && sql<boolean>`(matters.opened_at, matters.id) < (${after.at}, ${after.id}::uuid)`
  const listed = db
    .selectFrom('matters')
    .selectAll()
    .where('matters.visibility', '=', 'public')
    // The indexes of lists leave out what rides in another matter.
    .where('matters.parentId', 'is', null)
    .$if(before !== null, (some) => some.where(before ?? sql<boolean>`true`))
  const ordered = day ? 'submissions' : 'matters'
  let rows = db
    .selectFrom(listed.as('matters'))
    .innerJoin(wordsOf(db, query, day).as('submissions'), 'submissions.id', 'matters.id')
    .leftJoin('custody', (join) =>
      join.onRef('custody.matterId', '=', 'matters.id').on('custody.decidedAt', 'is', null),
    )
    .leftJoin('bodies', 'bodies.id', 'custody.bodyId')
    .select([
      'matters.id',
      'matters.number',
      'matters.kind',
      'matters.title',
      'matters.language',
      'matters.openedAt',
      'matters.closedAt',
      'matters.closingOutcome',
      'bodies.name as bodyName',
      'bodies.slug as bodySlug',
      'custody.receivedAt',
      'custody.dueAt',
      'custody.consideredAt',
    ])
    .orderBy(`${ordered}.openedAt`, 'desc')
    .orderBy(`${ordered}.id`, 'desc')
    .limit(most + 1)
  if (ids) rows = rows.where('matters.id', '=', sql<string>`any(${ids}::uuid[])`)
  else if (query.q && !day) rows = rows.where(matches(query.q))
  if (query.kind) rows = rows.where('matters.kind', '=', query.kind)
  if (query.language) rows = rows.where('matters.language', '=', query.language)
  if (query.body) rows = rows.where('bodies.slug', '=', query.body)
  if (query.state) rows = inState(rows, query.state, now)
  return rows
}

/** All, or what one day brought with the words: in order before anything is joined, so that a day of 40,000 is not read for a page. */
function wordsOf(db: Db, { q = '' }: ListQuery, day: RawBuilder<unknown> | undefined) {
  const rows = db.selectFrom('submissions').select(['id', 'openedAt', 'search'])
  if (!day) return rows
  return rows
    .where(sql<boolean>`(opened_at at time zone 'UTC')::date = ${day}`)
    .where(hasWords(q))
    .orderBy('openedAt', 'desc')
    .orderBy('id', 'desc')
    .offset(0)
}

/** Words in any order, quoted phrases and minus signs (PostgreSQL's web search syntax), or a public number. */
function matches(q: string) {
  const number = numberIn(q)
  if (!number) return hasWords(q)
  // Each half by its own index; "or" across two tables would read both whole.
  return sql<boolean>`matters.id in (
    select id from matters where number = ${number}::bigint
    union all
    select id from submissions where ${hasWords(q)}
  )`
}

/** The public number that a search is, if it is one. */
export function numberIn(q: string): string | undefined {
  return /^\s*#?(\d{1,15})\s*$/.exec(q)?.[1]
}

export function hasWords(q: string) {
  return sql<boolean>`submissions.search @@ websearch_to_tsquery('simple', unaccent(${q}))`
}

function inState<T extends keyof Tables, O>(
  rows: SelectQueryBuilder<Tables, T, O>,
  state: NonNullable<ListQuery['state']>,
  now: Date,
) {
  const condition = {
    open: sql<boolean>`matters.closed_at is null`,
    overdue: sql<boolean>`custody.due_at < ${now}`,
    received: sql<boolean>`custody.id is not null and custody.considered_at is null`,
    'being-considered': sql<boolean>`custody.considered_at is not null`,
    closed: sql<boolean>`matters.closed_at is not null`,
    accepted: closedAs('accepted'),
    answered: closedAs('answered'),
    refused: closedAs('refused'),
    merged: closedAs('merged'),
    withdrawn: closedAs('withdrawn'),
  }[state]
  return rows.where(condition)
}

/** Says twice that it is closed: the index of closed ones is found by that. */
function closedAs(outcome: string) {
  return sql<boolean>`(matters.closed_at is not null and matters.closing_outcome = ${outcome})`
}
