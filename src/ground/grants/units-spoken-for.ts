import type { Viewer } from '#core/access/viewer.ts'
import type { Db } from '#core/db/connect.ts'

/** Roles that carry the right to hand in on behalf of a unit. */
export const SPEAKS_FOR = ['secretary', 'chair'] as const

/** Units in whose name the viewer may speak today, by name. */
export async function unitsSpokenFor(
  db: Db,
  viewer: Viewer,
): Promise<{ id: string; slug: string; name: string }[]> {
  const ids = viewer.grants
    .filter(({ role, bodyId }) => bodyId === null && SPEAKS_FOR.some((one) => one === role))
    .map(({ unitId }) => unitId)
  if (ids.length === 0) return []
  return db
    .selectFrom('units')
    .select(['id', 'slug', 'name'])
    .where('id', 'in', ids)
    .orderBy('name')
    .execute()
}
