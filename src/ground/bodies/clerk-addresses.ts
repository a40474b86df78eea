import type { Db, Tx } from '#core/db/connect.ts'
import { grantsToday } from '#ground/grants/grants-today.ts'

/** Where the clerks of a body are reached today. */
export async function clerkAddresses(
  db: Db | Tx,
  { bodyId, now }: { bodyId: string; now: Date },
): Promise<{ address: string; language: string }[]> {
  const rows = await grantsToday(db, now)
    .innerJoin('people', 'people.id', 'grants.personId')
    .select(['people.email as address', 'people.language'])
    .distinct()
    .where('grants.bodyId', '=', bodyId)
    .where('grants.role', '=', 'clerk')
    .execute()
  return rows.flatMap(({ address, language }) => (address === null ? [] : [{ address, language }]))
}
