import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'

export interface ReasonCounts {
  reason: string
  open: number
  overdue: number
  letStand: number
  removed: number
  overturned: number
}

/** How many cases there are for each reason, and what became of them. */
export async function countsByReason(db: Db, now: Date): Promise<ReasonCounts[]> {
  const found = await sql<ReasonCounts>`
    select reason,
      count(*) filter (where cases.decided_at is null) as open,
      count(*) filter (where cases.decided_at is null and cases.due_at < ${now}) as overdue,
      count(*) filter (where cases.outcome in ('released', 'kept')) as let_stand,
      count(*) filter (where cases.outcome = 'removed') as removed,
      count(*) filter (where appeals.outcome = 'overturned') as overturned
    from moderation_cases as cases
    left join moderation_appeals as appeals on appeals.case_id = cases.id
    group by reason`.execute(db)
  return found.rows
}
