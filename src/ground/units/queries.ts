import type { Db, Tx } from '#core/db/connect.ts'

/** A unit as its own page and its forms need it. */
export interface UnitInTree {
  id: string
  slug: string
  name: string
  kind: string
  code: string | null
  parentId: string | null
  /** From the root down to the unit itself. */
  lineage: string[]
  controlsOwnData: boolean
  closedOn: string | null
}

/** Name and address of a unit: what a link needs. */
export interface UnitLink {
  slug: string
  name: string
}

function units(db: Db | Tx) {
  return db
    .selectFrom('units')
    .select(['id', 'slug', 'name', 'kind', 'code', 'parentId', 'lineage', 'controlsOwnData', 'closedOn'])
}

export async function findUnit(db: Db | Tx, slug: string): Promise<UnitInTree | null> {
  return (await units(db).where('slug', '=', slug).executeTakeFirst()) ?? null
}

/** The units above, the root first; several lineages in one question. */
export async function unitsAbove(
  db: Db,
  places: readonly Pick<UnitInTree, 'id' | 'lineage'>[],
): Promise<Map<string, UnitLink[]>> {
  const above = (place: Pick<UnitInTree, 'id' | 'lineage'>) => place.lineage.filter((id) => id !== place.id)
  const ids = [...new Set(places.flatMap(above))]
  if (ids.length === 0) return new Map(places.map(({ id }) => [id, []]))
  const rows = await db.selectFrom('units').select(['id', 'slug', 'name']).where('id', 'in', ids).execute()
  const byId = new Map(rows.map(({ id, slug, name }) => [id, { slug, name }]))
  return new Map(places.map((place) => [place.id, above(place).flatMap((id) => byId.get(id) ?? [])] as const))
}

/** Ids of units by their slugs; one that is unknown is left out. */
export async function unitsBySlug(db: Db | Tx, slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map()
  const rows = await db
    .selectFrom('units')
    .select(['id', 'slug'])
    .where('slug', 'in', [...slugs])
    .execute()
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}

/** So many that a list to choose from still helps; a country has thousands. */
const MOST_OFFERED = 300

/** Units to choose from, below one or of the whole: those nearest to the root, by name. */
export async function unitsToOffer(db: Db, belowId: string | null): Promise<UnitLink[]> {
  const rows = await db
    .selectFrom('units')
    .select(['slug', 'name'])
    .where('closedOn', 'is', null)
    .$if(belowId !== null, (query) =>
      query.where((eb) => eb(eb.val(belowId), '=', eb.fn.any('units.lineage'))),
    )
    .orderBy((eb) => eb.fn('cardinality', ['units.lineage']))
    .orderBy('name')
    .limit(MOST_OFFERED)
    .execute()
  return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}
