import type { Db } from '#core/db/connect.ts'
import { pathTo } from './kinds.ts'

/** A decision of a body that waits to be announced, for its clerks alone. */
export interface PendingOnDesk {
  number: number
  path: string
  title: string | null
  language: string
  outcome: string
  decidedBy: string
  announceAt: Date
}

/** Soonest first. */
export async function pendingDecisionsOf(db: Db, bodyId: string): Promise<PendingOnDesk[]> {
  const rows = await db
    .selectFrom('pendingDecisions')
    .innerJoin('custody', 'custody.id', 'pendingDecisions.custodyId')
    .innerJoin('matters', 'matters.id', 'custody.matterId')
    .innerJoin('people', 'people.id', 'pendingDecisions.decidedBy')
    .select([
      'matters.number',
      'matters.kind',
      'matters.title',
      'matters.language',
      'pendingDecisions.outcome',
      'pendingDecisions.announceAt',
      'people.name as decidedBy',
    ])
    .where('custody.bodyId', '=', bodyId)
    .orderBy('pendingDecisions.announceAt')
    .orderBy('matters.number')
    .execute()
  return rows.map((row) => ({ ...row, path: pathTo(row) }))
}
