import type { Db } from '#core/db/connect.ts'

/** Numbers of the gatherings by their key in `db/demo/gatherings.csv`. */
export type Gatherings = Readonly<Record<string, number>>

export async function gatheringsOf(db: Db): Promise<Gatherings> {
  const rows = await db
    .selectFrom('gatherings')
    .innerJoin('works', 'works.id', 'gatherings.id')
    .select(['gatherings.source', 'works.number'])
    .where('gatherings.source', 'is not', null)
    .execute()
  return Object.fromEntries(rows.map(({ source, number }) => [source?.replace('demonstration:', ''), number]))
}
