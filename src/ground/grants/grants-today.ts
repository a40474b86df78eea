import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { isoDate } from '#core/time/days.ts'

/** Roles that are held today: begun, not lapsed, and ended by nobody. */
export function grantsToday(db: Db | Tx, now: Date) {
  return db.selectFrom('grants').where(areHeld(isoDate(now)))
}

/** The same of rows of `grants`, in a larger question. */
export const areHeld = (today: string) => sql<boolean>`(
  grants.from_on <= ${today} and grants.to_on >= ${today}
  and not exists (select from grant_endings where grant_endings.grant_id = grants.id)
)`
