import type { Db } from '#core/db/connect.ts'

/** The demonstration movement as it stands in the database, found by the names that its files use. */
export interface Settled {
  units: ReadonlyMap<string, { id: string; name: string }>
  /** By handle: what stands before the @ of their address. */
  people: ReadonlyMap<string, { id: string; name: string }>
  bodies: ReadonlyMap<string, { id: string; slug: string; unitId: string; holdsStrangers: boolean }>
  /** Public numbers by the key of a submission. */
  numbers: Map<string, number>
}

/** What names a submission of the demonstration in its `source`. */
export const sourceOf = (key: string) => `demonstration:${key}`

export async function findSettled(db: Db): Promise<Settled> {
  const units = await db.selectFrom('units').select(['id', 'slug', 'name']).orderBy('slug').execute()
  const people = await db.selectFrom('people').select(['id', 'name', 'email']).orderBy('email').execute()
  const bodies = await db.selectFrom('bodies').select(['id', 'slug', 'unitId', 'holdsStrangers']).execute()
  const sources = await db
    .selectFrom('submissions')
    .innerJoin('matters', 'matters.id', 'submissions.id')
    .select(['submissions.source', 'matters.number'])
    .where('submissions.source', 'like', sourceOf('%'))
    .execute()
  return {
    units: new Map(units.map((unit) => [unit.slug, unit])),
    people: new Map(people.map(({ id, name, email }) => [email?.split('@')[0] ?? id, { id, name }])),
    bodies: new Map(bodies.map((body) => [body.slug, body])),
    numbers: new Map(sources.map(({ source, number }) => [source?.slice(sourceOf('').length) ?? '', number])),
  }
}

/** The place, person or body of a name in the files; a name that is nowhere is a mistake in them. */
export function placeOf<T>(places: ReadonlyMap<string, T>, name: string): T {
  const place = places.get(name)
  if (place === undefined) throw new Error(`db/demo names “${name}”, which is nowhere.`)
  return place
}
