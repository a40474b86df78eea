import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'

const SET = 5_000

/**
 * Notes which listed submissions are past the day they were promised by, so that a list of them is one stretch of an index. Lists are right
 * without it, only slower: what came due since it last ran is read besides.
 */
export async function noteLate(db: Db, now: Date): Promise<void> {
  while ((await noteSome(db, now)) === SET);
}

/** Asked twice: what was passed on between the two got another day. */
async function noteSome(db: Db, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update listed_submissions
    set is_late = true
    where id in (
      select id
      from listed_submissions
      where not is_late and state in ('received', 'being-considered') and due_at < ${now}
      order by due_at
      limit ${SET}
    )
      and not is_late and due_at < ${now}`.execute(db)
  return Number(numAffectedRows ?? 0)
}
