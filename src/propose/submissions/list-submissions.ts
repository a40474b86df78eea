import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db, Tables } from '#core/db/connect.ts'
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

export interface Page {
  submissions: Listed[]
  /** Opaque; null on the last page. */
  next: string | null
}

/** So many of the newest are looked through for words before the index of words is asked. */
const NEWEST = 3_000

interface Wish {
  now: Date
  most: number
}

/** Public submissions, newest first, as far as they answer the search and the filters. */
export async function listSubmissions(db: Db, query: ListQuery, wish: Wish): Promise<Page> {
  const found =
    (query.q && (await foundAmongNewest(db, query, wish))) || (await asked(db, query, wish).execute())
  const submissions = found.slice(0, wish.most)
  const last = submissions.at(-1)
  return { submissions, next: found.length > wish.most && last ? cursorText(last) : null }
}

/**
 * A word that many used fills the page from the newest few; its index would bring tens of thousands, to be read and sorted for
 * twenty. Null where they do not fill it: then the word is rare enough for the index.
 */
async function foundAmongNewest(db: Db, query: ListQuery, wish: Wish): Promise<Listed[] | null> {
  const found = await asked(db, query, { ...wish, newest: NEWEST }).execute()
  return found.length > wish.most ? found : null
}

function asked(db: Db, query: ListQuery, { now, most, newest }: Wish & { newest?: number }) {
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
  if (query.q) rows = rows.where(matches(query.q))
  if (query.kind) rows = rows.where('matters.kind', '=', query.kind)
  if (query.language) rows = rows.where('matters.language', '=', query.language)
  if (query.body) rows = rows.where('bodies.slug', '=', query.body)
  if (query.state) rows = inState(rows, query.state, now)
  return rows
}

/** Words in any order, quoted phrases and minus signs (PostgreSQL's web search syntax), or a public number. */
function matches(q: string) {
  const number = /^\s*#?(\d{1,15})\s*$/.exec(q)?.[1]
  const words = sql<boolean>`submissions.search @@ websearch_to_tsquery('simple', unaccent(${q}))`
  if (!number) return words
  // Each half by its own index; "or" across two tables would read both whole.
  return sql<boolean>`matters.id in (
    select id from matters where number = ${number}::bigint
    union all
    select id from submissions where ${words}
  )`
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

function cursorText({ openedAt, id }: Pick<Listed, 'openedAt' | 'id'>): string {
  return Buffer.from(`${openedAt.toISOString()} ${id}`).toString('base64url')
}

function cursorOf(text: string | undefined): { at: string; id: string } | null {
  const [at = '', id = ''] = Buffer.from(text ?? '', 'base64url')
    .toString()
    .split(' ')
  const isCursor =
    /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && /^[0-9a-f-]{36}$/.test(id) && !Number.isNaN(Date.parse(at))
  return isCursor ? { at, id } : null
}
