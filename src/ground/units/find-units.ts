import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#core/db/connect.ts'
import { containsName } from '#core/db/contains-name.ts'
import { cursorOf, cursorText } from '#core/http/name-cursor.ts'
import { orNothing } from '#core/input/text.ts'
import { UNIT_KINDS } from './unit-kinds.ts'

/** Search and filters; what cannot be read is left out, for an address is often cut or mistyped. */
export const unitsQuery = z.object({
  q: orNothing(z.string().max(120)).catch(undefined),
  kind: orNothing(z.enum(UNIT_KINDS)).catch(undefined),
  below: orNothing(z.string().regex(/^[a-z0-9-]{1,100}$/)).catch(undefined),
  after: orNothing(z.string().max(600)).catch(undefined),
})

export type UnitsQuery = z.infer<typeof unitsQuery>

export interface FoundUnit {
  id: string
  slug: string
  name: string
  kind: string
  code: string | null
  lineage: string[]
  /** Open units anywhere below it. */
  unitsBelow: number
}

export interface FoundUnits {
  units: FoundUnit[]
  /** Opaque; null on the last page. */
  next: string | null
}

export const FOUND_PAGE = 50

/** Open units by name, as far as they answer: part of the name with or without its accents, or the whole code. */
export async function findUnits(db: Db, query: UnitsQuery): Promise<FoundUnits> {
  const { q, kind, below: parent, after } = query
  const from = cursorOf(after)
  let rows = db
    .selectFrom('units')
    .select(['units.id', 'units.slug', 'units.name', 'units.kind', 'units.code', 'units.lineage'])
    .where('units.closedOn', 'is', null)
    .orderBy('units.name')
    .orderBy('units.id')
    .limit(FOUND_PAGE + 1)
  if (from) rows = rows.where(sql<boolean>`(units.name, units.id) > (${from.name}, ${from.id}::uuid)`)
  if (q) rows = rows.where(named(q))
  if (kind) rows = rows.where('units.kind', '=', kind)
  if (parent) rows = rows.where(sql<boolean>`units.parent_id = (select id from units where slug = ${parent})`)
  const found = await rows.execute()
  const page = found.slice(0, FOUND_PAGE)
  const below = await countBelow(
    db,
    page.map(({ id }) => id),
  )
  const units = page.map((unit) => ({ ...unit, unitsBelow: below.get(unit.id) ?? 0 }))
  const last = units.at(-1)
  return { units, next: found.length > FOUND_PAGE && last ? cursorText(last) : null }
}

/** Open units anywhere below each of a page: counted after the page is cut, since a list may be of thousands. */
async function countBelow(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; count: number }>`
    select above.id, count(*) as count
    from units
    cross join unnest(units.lineage) as above (id)
    where units.lineage && ${[...ids]}::uuid[]
      and above.id = any(${[...ids]}::uuid[])
      and above.id <> units.id
      and units.closed_on is null
    group by above.id`.execute(db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

function named(q: string) {
  return sql<boolean>`(${containsName('units.name', q)} or units.code = upper(${q}) or units.slug = lower(${q}))`
}
