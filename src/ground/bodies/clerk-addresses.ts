import type { Db, Tx } from '#core/db/connect.ts'
import { isoDate } from '#core/time/days.ts'

/** Where the clerks of a body are reached today. */
export async function clerkAddresses(
  db: Db | Tx,
  { bodyId, now }: { bodyId: string; now: Date },
): Promise<{ address: string; language: string }[]> {
  const today = isoDate(now)
  const rows = await db
    .selectFrom('grants')
    .innerJoin('people', 'people.id', 'grants.personId')
    .leftJoin('grantEndings', 'grantEndings.grantId', 'grants.id')
    .select(['people.email as address', 'people.language'])
    .distinct()
    .where('grants.bodyId', '=', bodyId)
    .where('grants.role', '=', 'clerk')
    .where('grants.fromOn', '<=', today)
    .where('grants.toOn', '>=', today)
    .where('grantEndings.grantId', 'is', null)
    .execute()
  return rows.flatMap(({ address, language }) => (address === null ? [] : [{ address, language }]))
}
