import type { Db, Tx } from '#core/db/connect.ts'
import { isoDate } from '#core/time/days.ts'

/** Roles that are held today: begun, not lapsed, and ended by nobody. */
export function grantsToday(db: Db | Tx, now: Date) {
  const today = isoDate(now)
  return db
    .selectFrom('grants')
    .leftJoin('grantEndings', 'grantEndings.grantId', 'grants.id')
    .where('grants.fromOn', '<=', today)
    .where('grants.toOn', '>=', today)
    .where('grantEndings.grantId', 'is', null)
}
