import type { Db } from '#core/db/connect.ts'

/** The announced call of a typed number; null where none was typed. */
export async function openCallNumbered(
  db: Db,
  typed: unknown,
  now: Date,
): Promise<{ id: string } | null | 'unknown'> {
  if (typed === undefined || typed === '') return null
  if (typeof typed !== 'string' || !/^[1-9]\d{0,14}$/.test(typed)) return 'unknown'
  const call = await db
    .selectFrom('calls')
    .innerJoin('matters', 'matters.id', 'calls.id')
    .select('calls.id')
    .where('matters.number', '=', Number(typed))
    .where('calls.announcedAt', '<=', now)
    .where('calls.helpersUntil', '>', now)
    .executeTakeFirst()
  return call ?? 'unknown'
}
