import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'

/**
 * Forgets the addresses given for letters twelve months after the story ended, as the notice above the form promises. A
 * story that was merged goes on in the one that it became, and so do its letters: the twelve months begin when that
 * ends. A story that was opened again has not ended.
 */
export async function forgetAddresses(db: Db, now: Date): Promise<void> {
  await sql`
    update submission_signatures as signature
    set email = null
    from matters
    where signature.email is not null
      and matters.id = signature.submission_id
      and matters.closed_at <= ${now}::timestamptz - interval '12 months'
      and not exists (
        with recursive lives_on(id) as (
          select matters.id
          union
          select links.to_id from links join lives_on on lives_on.id = links.from_id where links.relation = 'merged-into'
        )
        select from lives_on
        join matters as later on later.id = lives_on.id
        where later.closed_at is null or later.closed_at > ${now}::timestamptz - interval '12 months'
      )`.execute(db)
}
