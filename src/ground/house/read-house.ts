import type { Db } from '#core/db/connect.ts'
import type { House } from '#core/slice/house.ts'

/** The house of this database; null before it is founded. */
export async function readHouse(db: Db, baseUrl: string): Promise<(House & { daysAhead: number }) | null> {
  const row = await db
    .selectFrom('house')
    .select(['name', 'accent', 'languages', 'isDemo', 'demandsPasskeys', 'secret', 'daysAhead'])
    .executeTakeFirst()
  return row ? { ...row, baseUrl } : null
}
