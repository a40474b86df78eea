import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { FORWARD, type Linked } from './provenance-of.ts'

export interface Walked extends Linked {
  /** How many links lie between it and the matter that is asked about. */
  stepsAway: number
}

export interface Walk {
  cameFrom: Walked[]
  ledTo: Walked[]
  /** False where the walk was cut: more is linked than a page can hold. */
  isWhole: boolean
}

export const MOST_STEPS = 6
/** New ones a step: a petition cited ten thousand times must not make its page a table of them. */
const MOST_A_STEP = 60

/** Provenance up to six steps either way: what it came from, and what came of it. Each step is one bounded question. */
export async function walkProvenance(db: Db, id: string): Promise<Walk> {
  const [cameFrom, ledTo] = await Promise.all([walk(db, id, 'before'), walk(db, id, 'after')])
  return {
    cameFrom: cameFrom.found,
    ledTo: ledTo.found,
    isWhole: cameFrom.isWhole && ledTo.isWhole,
  }
}

type Way = 'before' | 'after'

async function walk(db: Db, id: string, way: Way): Promise<{ found: Walked[]; isWhole: boolean }> {
  const known = new Set([id])
  const found: Walked[] = []
  let from = [id]
  for (let stepsAway = 1; stepsAway <= MOST_STEPS && from.length > 0; stepsAway += 1) {
    const near = await oneStep(db, { from, known: [...known], way })
    const fresh = near.slice(0, MOST_A_STEP)
    found.push(...fresh.map(({ id: _, ...linked }) => ({ ...linked, stepsAway })))
    from = fresh.map((linked) => linked.id)
    for (const one of from) known.add(one)
    if (near.length > MOST_A_STEP) return { found, isWhole: false }
  }
  return { found, isWhole: from.length === 0 }
}

interface Step {
  from: readonly string[]
  known: readonly string[]
  way: Way
}

/** In some relations the linked-from came first in time, in the others later: each way follows both sorts of link. */
async function oneStep(db: Db, { from, known, way }: Step): Promise<(Linked & { id: string })[]> {
  const alongLink = way === 'before' ? sql`not relation = any(${FORWARD})` : sql`relation = any(${FORWARD})`
  const againstLink = way === 'before' ? sql`relation = any(${FORWARD})` : sql`not relation = any(${FORWARD})`
  const { rows } = await sql<Linked & { id: string }>`
    select
      near.id,
      near.relation,
      near.is_incoming as "isIncoming",
      near.made_at as "madeAt",
      coalesce(matters.number, works.number) as number,
      coalesce(matters.kind, works.kind) as kind,
      case when coalesce(matters.visibility, works.visibility) = 'public' then coalesce(matters.title, works.title) end
        as title,
      coalesce(matters.language, works.language) as language
    from (
      select distinct on (id) id, relation, made_at, is_incoming
      from (
        select to_id as id, relation, made_at, false as is_incoming
        from links where from_id = any(${from}::uuid[]) and ${alongLink}
        union all
        select from_id, relation, made_at, true
        from links where to_id = any(${from}::uuid[]) and ${againstLink}
      ) as linked
      where not id = any(${known}::uuid[])
      order by id, made_at
      limit ${MOST_A_STEP + 1}
    ) as near
    left join matters on matters.id = near.id
    left join works on works.id = near.id
    where coalesce(matters.id, works.id) is not null
    order by near.made_at desc, number`.execute(db)
  return rows
}
