import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'

/** How many answers each call has received; one that was withdrawn stays in the count of what was received. */
export async function receivedOf(db: Db, callIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select call_id as id, count(*) as count
    from answers
    where call_id = any(${[...callIds]}::uuid[])
    group by call_id`.execute(db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

export interface HeldCount {
  /** A reason of moderation. */
  reason: string
  waiting: number
  shown: number
  removed: number
}

/** How often words of answers were held back or reported, by reason, and what became of it. */
export async function heldOf(db: Db, callId: string): Promise<HeldCount[]> {
  const { rows } = await sql<HeldCount>`
    select
      cases.reason,
      count(*) filter (where cases.decided_at is null) as waiting,
      count(*) filter (where cases.outcome in ('released', 'kept')) as shown,
      count(*) filter (where cases.outcome = 'removed') as removed
    from moderation_cases as cases
    join answers on answers.id = cases.matter_id
    where answers.call_id = ${callId}
    group by cases.reason
    order by count(*) desc, cases.reason`.execute(db)
  return rows
}
