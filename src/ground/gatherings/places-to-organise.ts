import type { Viewer } from '#core/access/viewer.ts'
import type { Db } from '#core/db/connect.ts'

/** Who may hold a gathering: a unit itself, or one of its bodies. `value` is what the form sends. */
export interface Holder {
  value: string
  name: string
  unitId: string
  bodyId: string | null
  lineage: string[]
}

export function organisesSomewhere({ grants }: Viewer): boolean {
  return grants.some(({ role, bodyId }) => role === 'secretary' || (role === 'clerk' && bodyId !== null))
}

/** What the viewer is secretary or clerk of today. A secretary down the tree is offered the units just named in the grants. */
export async function placesToOrganise(db: Db, { grants }: Viewer): Promise<Holder[]> {
  const units = grants.filter(({ role, bodyId }) => role === 'secretary' && bodyId === null)
  const bodies = grants.filter(({ role }) => role === 'clerk').flatMap(({ bodyId }) => bodyId ?? [])
  return [
    ...(await unitsOf(
      db,
      units.map(({ unitId }) => unitId),
    )),
    ...(await bodiesOf(db, bodies)),
  ]
}

async function unitsOf(db: Db, ids: readonly string[]): Promise<Holder[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('units')
    .select(['id', 'slug', 'name', 'lineage'])
    .where('id', 'in', ids)
    .orderBy('name')
    .execute()
  return rows.map(({ id, slug, name, lineage }) => ({
    value: `unit:${slug}`,
    name,
    unitId: id,
    bodyId: null,
    lineage,
  }))
}

async function bodiesOf(db: Db, ids: readonly string[]): Promise<Holder[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('bodies')
    .innerJoin('units', 'units.id', 'bodies.unitId')
    .select(['bodies.id', 'bodies.slug', 'bodies.name', 'bodies.unitId', 'units.lineage'])
    .where('bodies.id', 'in', ids)
    .where('bodies.closedOn', 'is', null)
    .orderBy('bodies.name')
    .execute()
  return rows.map(({ id, slug, name, unitId, lineage }) => ({
    value: `body:${slug}`,
    name,
    unitId,
    bodyId: id,
    lineage,
  }))
}
