import type { Db } from '#core/db/connect.ts'

/** The unit that is the whole organisation. */
export async function rootUnit(db: Db): Promise<string> {
  const { id } = await db
    .selectFrom('units')
    .select('id')
    .where('parentId', 'is', null)
    .orderBy('openedOn')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  return id
}
