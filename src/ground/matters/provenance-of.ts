import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { kept } from '#core/db/kept-statements.ts'
import type { Relation } from './link.ts'

/** A matter or a work one step away. */
export interface Linked {
  relation: Relation
  /** The link points from it to the matter that is asked about. */
  isIncoming: boolean
  number: number
  kind: string
  title: string | null
  language: string
  madeAt: Date
}

export interface Provenance {
  cameFrom: Linked[]
  ledTo: Linked[]
}

/** In these the linked-from came first in time: A merged into B, so B came from A. In all others (answers, cites …) it came later. */
export const FORWARD: readonly Relation[] = [
  'merged-into',
  'decided-by',
  'carried-out-by',
  'piloted-by',
  'evidence-for',
]
const MOST = 100

/** One step of provenance either way, newest first. */
export async function provenanceOf(db: Db, id: string): Promise<Provenance> {
  const { rows } = await sql<{ links: string }>`select ${linksIn(sql`${id}::uuid`)} as links ${kept}`.execute(
    db,
  )
  return provenanceFrom(rows[0]?.links ?? '[]')
}

export function provenanceFrom(text: string): Provenance {
  const told = JSON.parse(text) as (Omit<Linked, 'madeAt'> & { madeAt: string })[]
  const found = told.map((link) => ({ ...link, madeAt: new Date(link.madeAt) }))
  const isLater = ({ relation, isIncoming }: Linked) => FORWARD.includes(relation) !== isIncoming
  return { cameFrom: found.filter((one) => !isLater(one)), ledTo: found.filter(isLater) }
}

/** The same as a part of a larger question, to be read by `provenanceFrom`. */
export function linksIn(id: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`(
    select coalesce(json_agg(link), '[]')::text
    from (
      select
        near.relation,
        near.is_incoming as "isIncoming",
        near.made_at as "madeAt",
        coalesce(matters.number, works.number) as number,
        coalesce(matters.kind, works.kind) as kind,
        case when coalesce(matters.visibility, works.visibility) = 'public' then coalesce(matters.title, works.title) end
          as title,
        coalesce(matters.language, works.language) as language
      from (
        select to_id as id, relation, made_at, false as is_incoming from links where from_id = ${id}
        union all
        select from_id, relation, made_at, true from links where to_id = ${id}
      ) as near
      left join matters on matters.id = near.id
      left join works on works.id = near.id
      where coalesce(matters.id, works.id) is not null
      order by near.made_at desc, number
      limit ${sql.lit(MOST)}
    ) as link
  )`
}
