import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import type { Asked, Found } from './walk.ts'

interface MatterRow {
  number: number
  kind: string
  title: string
  language: string
}

/** The story of the first matter that answers; `further` names a page below it. */
export function storyWhere(condition: RawBuilder<unknown>, further = '') {
  return async ({ db }: Asked): Promise<Found | null> => {
    const matter = await firstMatter(db, condition)
    return matter && { href: `${pathTo(matter)}${further}`, label: matter.title, lang: matter.language }
  }
}

/** `condition` may order: it is what follows `where`, about `matters`. */
export async function firstMatter(db: Db, condition: RawBuilder<unknown>): Promise<MatterRow | null> {
  const { rows } = await sql<MatterRow>`
    select matters.number, matters.kind, matters.title, matters.language
    from matters
    join submissions on submissions.id = matters.id
    where matters.visibility = 'public' and ${condition}
    limit 1`.execute(db)
  return rows[0] ?? null
}

/** How many bodies have had a matter. */
export const bodiesOfMatter = sql`(select count(distinct body_id) from custody where custody.matter_id = matters.id)`

export const isOpen = sql`matters.closed_at is null`

/** Handed in under the name of a person of the demonstration. */
export const isBy = (handle: string) => sql`exists (
  select from submission_authors
  join people on people.id = submission_authors.person_id
  where submission_authors.submission_id = matters.id and people.email = ${`${handle}@example.org`})`

/** In the hands of a body. */
export const isWith = (slug: string) => sql`exists (
  select from custody
  join bodies on bodies.id = custody.body_id
  where custody.matter_id = matters.id and custody.decided_at is null and bodies.slug = ${slug})`

/** Bodies by how late they are: the worst first. */
export async function latestBody(db: Db, now: Date): Promise<{ slug: string; name: string } | null> {
  const { rows } = await sql<{ slug: string; name: string }>`
    select bodies.slug, bodies.name
    from custody
    join bodies on bodies.id = custody.body_id
    where custody.decided_at is null and custody.due_at < ${now}
    group by bodies.id
    order by count(*) desc, bodies.slug
    limit 1`.execute(db)
  return rows[0] ?? null
}

/** A page that has no object of its own; `shows` is found on it. */
export function place(href: string, shows: string) {
  return async (): Promise<Found> => ({ href, label: href, shows })
}

/** A call of the demonstration by the name in its source, and a page below it. */
export function callOf(key: string, { further = '', shows }: { further?: string; shows?: string } = {}) {
  return async ({ db }: Asked): Promise<Found | null> => {
    const call = await db
      .selectFrom('calls')
      .innerJoin('matters', 'matters.id', 'calls.id')
      .select(['matters.number', 'matters.title', 'matters.language'])
      .where('calls.source', '=', `demonstration:${key}`)
      .executeTakeFirst()
    const label = call?.title ?? ''
    return call ? { href: `/calls/${call.number}${further}`, label, lang: call.language, shows } : null
  }
}
