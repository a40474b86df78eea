import type { Db } from '#core/db/connect.ts'

/** The newest case about the words of a matter, for the link on its story; null when there never was one. */
export async function latestCaseOf(db: Db, matterId: string): Promise<string | null> {
  const row = await db
    .selectFrom('moderationCases')
    .select('id')
    .where('matterId', '=', matterId)
    .orderBy('openedAt', 'desc')
    .orderBy('dueAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}
