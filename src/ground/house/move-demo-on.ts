import type { Db } from '#core/db/connect.ts'

/** Moves a demonstration's clock on by whole days; false where there is no demonstration. */
export async function moveDemoOn(db: Db, days: number): Promise<boolean> {
  const moved = await db
    .updateTable('house')
    .set((eb) => ({ daysAhead: eb('daysAhead', '+', days) }))
    .where('isDemo', '=', true)
    .returning('daysAhead')
    .executeTakeFirst()
  return moved !== undefined
}
