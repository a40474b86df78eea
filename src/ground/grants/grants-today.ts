import { sql } from 'kysely'
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

/** The same of rows of `grants`, in a larger question. */
export const areHeld = (today: string) => sql`
  grants.from_on <= ${today} and grants.to_on >= ${today}
  and not exists (select from grant_endings where grant_endings.grant_id = grants.id)`
