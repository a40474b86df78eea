import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { latestCaseIn } from '#ground/moderation/latest-case-of.ts'

/** The newest case about the words of a call or an answer; null when there never was one. */
export async function latestCaseOf(db: Db, matterId: string): Promise<string | null> {
  const { rows } = await sql<{
    id: string | null
  }>`select ${latestCaseIn(sql`${matterId}::uuid`)} as id`.execute(db)
  return rows[0]?.id ?? null
}
