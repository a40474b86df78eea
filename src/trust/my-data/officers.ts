import type { Db } from '#core/db/connect.ts'
import { isoDate } from '#core/time/days.ts'
import { ANSWERING } from './policy.ts'

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
