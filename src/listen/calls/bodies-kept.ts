import type { Viewer } from '#core/access/viewer.ts'
import type { Db } from '#core/db/connect.ts'
import { mayKeepCall } from './policy.ts'

/** The bodies whose calls this viewer may write, by name. */
export async function bodiesKeptBy(
  db: Db,
  viewer: Viewer,
): Promise<{ id: string; slug: string; name: string }[]> {
  const clerk = viewer.grants.filter(({ role }) => role === 'clerk')
  if (clerk.length === 0) return []
  const rows = await db
    .selectFrom('bodies')
    .innerJoin('units', 'units.id', 'bodies.unitId')
    .select(['bodies.id', 'bodies.slug', 'bodies.name', 'units.lineage'])
    .where('bodies.closedOn', 'is', null)
    .where((eb) =>
      eb.or([
        eb(
          'bodies.id',
          'in',
          clerk.map(({ bodyId }) => bodyId ?? NO_BODY),
        ),
        ...clerk
          .filter(({ bodyId }) => bodyId === null)
          .map(({ unitId }) => eb(eb.val(unitId), '=', eb.fn.any('units.lineage'))),
      ]),
    )
    .orderBy('bodies.name')
    .limit(500)
    .execute()
  return rows.filter((body) => mayKeepCall(viewer, body) === 'allowed')
}

const NO_BODY = '00000000-0000-0000-0000-000000000000'
