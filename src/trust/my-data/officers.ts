import type { Db } from '#core/db/connect.ts'
import { grantsToday } from '#ground/grants/grants-today.ts'
import { ANSWERING } from './policy.ts'

/** Names of whoever answers for personal data today: the data officers, or the administrators where there is none. */
export async function officersOf(db: Db, now: Date): Promise<string[]> {
  const held = await grantsToday(db, now)
    .innerJoin('people', 'people.id', 'grants.personId')
    .select(['people.name', 'grants.role'])
    .distinct()
    .where('grants.role', 'in', [...ANSWERING])
    .orderBy('people.name')
    .execute()
  const officers = held.filter(({ role }) => role === 'data-officer')
  return (officers.length > 0 ? officers : held).map(({ name }) => name)
}
