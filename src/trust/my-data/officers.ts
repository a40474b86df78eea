import type { Db } from '#core/db/connect.ts'
import { isoDate } from '#core/time/days.ts'
import { ANSWERING, withinController } from './policy.ts'

/** Names of whoever answers for personal data today: the data officers, or the administrators where there is none. */
export async function officersOf(db: Db, now: Date): Promise<string[]> {
  const today = isoDate(now)
  const held = await db
    .selectFrom('grants')
    .innerJoin('people', 'people.id', 'grants.personId')
    .leftJoin('grantEndings', 'grantEndings.grantId', 'grants.id')
    .select(['people.name', 'grants.role'])
    .distinct()
    .where('grants.role', 'in', [...ANSWERING])
    .where('grants.fromOn', '<=', today)
    .where('grants.toOn', '>=', today)
    .where('grantEndings.grantId', 'is', null)
    .orderBy('people.name')
    .execute()
  const officers = held.filter(({ role }) => role === 'data-officer')
  return (officers.length > 0 ? officers : held).map(({ name }) => name)
}

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
