import type { Db } from '#core/db/connect.ts'

/** The unit that answers for somebody’s data, and what lies between; the root for whoever is in no unit. */
export async function controllerOf(db: Db, unitId: string | null): Promise<readonly string[]> {
  const unit = await db
    .selectFrom('units')
    .select('lineage')
    .where(unitId === null ? 'parentId' : 'id', unitId === null ? 'is' : '=', unitId)
    .orderBy('openedOn')
    .executeTakeFirst()
  if (!unit) return []
  const own = await db
    .selectFrom('units')
    .select('id')
    .where('id', 'in', unit.lineage)
    .where('controlsOwnData', '=', true)
    .execute()
  return withinController(unit.lineage, new Set(own.map(({ id }) => id)))
}

/**
 * The part of a lineage that one controller answers for: a unit that controls its own data, with all below it, is none of its
 * parent’s business.
 */
export function withinController(
  lineage: readonly string[],
  controllers: ReadonlySet<string>,
): readonly string[] {
  const from = lineage.findLastIndex((unit) => controllers.has(unit))
  return from === -1 ? lineage : lineage.slice(from)
}
