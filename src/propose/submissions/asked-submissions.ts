import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db, Tables } from '#core/db/connect.ts'
import { cursorOf } from './list-cursor.ts'
import type { ListQuery } from './list-input.ts'

/** A submission as a list shows it. */
export interface Listed {
  id: string
  number: number
  kind: string
  title: string | null
  language: string
  openedAt: Date
  closedAt: Date | null
  closingOutcome: string | null
  bodyName: string | null
  bodySlug: string | null
  receivedAt: Date | null
  dueAt: Date | null
  consideredAt: Date | null
}

export interface Wish {
  now: Date
  most: number
  /** Only among so many of the newest. */
  newest?: number
  /** Only these, whose words were found to fit. */
  ids?: readonly string[]
}

/** What answers the search and the filters, newest first; one more than asked for tells that there are more. */
export function askedSubmissions(db: Db, query: ListQuery, { now, most, newest, ids }: Wish) {
  const after = cursorOf(query.after)
  const before = after && sql<boolean>`(matters.opened_at, matters.id) < (${after.at}, ${after.id}::uuid)`
  const listed = db
    .selectFrom('matters')
    .selectAll()
    .where('matters.visibility', '=', 'public')
    // The indexes of lists leave out what rides in another matter.
    .where('matters.parentId', 'is', null)
    .$if(before !== null, (some) => some.where(before ?? sql<boolean>`true`))
    // Only of some: in order, PostgreSQL would read all of them first.
    .$if(newest !== undefined, (some) =>
      some
        .orderBy('matters.openedAt', 'desc')
        .orderBy('matters.id', 'desc')
        .limit(newest ?? 0),
    )
  let rows = db
    .selectFrom(listed.as('matters'))
    .innerJoin('submissions', 'submissions.id', 'matters.id')
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
    .orderBy('matters.openedAt', 'desc')
    .orderBy('matters.id', 'desc')
    .limit(most + 1)
  if (ids) rows = rows.where('matters.id', '=', sql<string>`any(${ids}::uuid[])`)
  else if (query.q) rows = rows.where(newest ? hasWordsByItself(query.q) : matches(query.q))
  if (query.kind) rows = rows.where('matters.kind', '=', query.kind)
  if (query.language) rows = rows.where('matters.language', '=', query.language)
  if (query.body) rows = rows.where('bodies.slug', '=', query.body)
  if (query.state) rows = inState(rows, query.state, now)
  return rows
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

/**
 * Looked at one submission after another, in the order of the list, until the page is full. `offset` keeps PostgreSQL from asking
 * the index of words first: it takes a phrase of frequent words for a rare one.
 */
function hasWordsByItself(q: string) {
  return sql<boolean>`exists (select from submissions where submissions.id = matters.id and ${hasWords(q)} offset 0)`
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
