import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { kept, opaque } from '#core/db/kept-statements.ts'
import type { ListedMatter } from '#ground/matters/listed-matter.ts'
import type { ListQuery } from './list-input.ts'
import { listedIf, newestListed } from './listed-submissions.ts'

/** A submission as a list shows it. */
export interface Listed extends ListedMatter {
  bodyName: string | null
  bodySlug: string | null
}

export interface Wish {
  now: Date
  most: number
}

/** What answers the filters, newest first; one more than asked for tells that there are more. */
export function filteredSubmissions(db: Db, query: ListQuery, { now, most }: Wish): Promise<Listed[]> {
  return shown(db, newestListed(query, { now, most: most + 1 }))
}

/** The same of those named, whose words were found to fit. */
export function namedSubmissions(
  db: Db,
  query: ListQuery,
  { ids, ...wish }: Wish & { ids: readonly string[] },
): Promise<Listed[]> {
  return shown(db, pageOf(sql`select unnest(${opaque(sql`${ids}::uuid[]`)}) as id`, query, wish))
}

/** The same of one number, and of those in which it is a word. */
export function numberedSubmissions(
  db: Db,
  query: ListQuery,
  { number, ...wish }: Wish & { number: string },
): Promise<Listed[]> {
  // Each half by its own index; "or" across two tables would read both whole.
  const named = sql`
    select id from matters where number = ${number}::bigint
    union
    select id from submissions where ${hasWords(number)}`
  return shown(db, pageOf(named, query, wish))
}

function pageOf(named: RawBuilder<unknown>, query: ListQuery, { now, most }: Wish) {
  return sql`
    select listed.id, listed.opened_at
    from (${named}) as named
    cross join lateral (${listedIf(sql`listed.id = named.id`, query, now)}) as listed
    order by listed.opened_at desc, listed.id desc
    limit ${most + 1}::int`
}

/** A page of ids with all that a list shows of them. That they are public is asked once more: nothing held may ever slip out. */
async function shown(db: Db, page: RawBuilder<unknown>): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    select matters.id, matters.number, matters.kind, matters.title, matters.language, matters.opened_at, matters.closed_at,
      matters.closing_outcome, bodies.name as body_name, bodies.slug as body_slug,
      custody.received_at, custody.due_at, custody.considered_at
    from (${page}) as page
    join matters on matters.id = page.id and matters.visibility = 'public'
    left join custody on custody.matter_id = matters.id and custody.decided_at is null
    left join bodies on bodies.id = custody.body_id
    order by page.opened_at desc, page.id desc ${kept}`.execute(db)
  return rows
}

/** Words in any order, quoted phrases and minus signs (PostgreSQL's web search syntax). */
export function hasWords(q: string) {
  return sql<boolean>`submissions.search @@ websearch_to_tsquery('simple', unaccent(${q}))`
}

/** The public number that a search is, if it is one. */
export function numberIn(q: string): string | undefined {
  return /^\s*#?(\d{1,15})\s*$/.exec(q)?.[1]
}
