import type { Db, Tx } from '#core/db/connect.ts'

/** The newest custody of a matter, open or decided, with who reviews its body and what its author said of the answer. */
export interface LastCustody {
  id: string
  bodyId: string
  bodySlug: string
  bodyName: string
  lineage: string[]
  reviewedBy: string | null
  receivedAt: Date
  dueAt: Date
  decidedAt: Date | null
  outcome: string | null
  verdict: string | null
}

export async function lastCustodyOf(db: Db | Tx, matterId: string): Promise<LastCustody | null> {
  const row = await db
    .selectFrom('custody')
    .innerJoin('bodies', 'bodies.id', 'custody.bodyId')
    .innerJoin('units', 'units.id', 'bodies.unitId')
    .leftJoin('answerVerdicts', 'answerVerdicts.custodyId', 'custody.id')
    .select([
      'custody.id',
      'custody.bodyId',
      'bodies.slug as bodySlug',
      'bodies.name as bodyName',
      'units.lineage',
      'bodies.reviewedBy',
      'custody.receivedAt',
      'custody.dueAt',
      'custody.decidedAt',
      'custody.outcome',
      'answerVerdicts.verdict',
    ])
    .where('custody.matterId', '=', matterId)
    .orderBy('custody.receivedAt', 'desc')
    .orderBy('custody.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** A decision that waits to be announced; only the body's clerks see it. */
export interface PendingDecision {
  custodyId: string
  outcome: string
  reason: string | null
  madeAt: Date
  announceAt: Date
  decidedBy: string
  passTo: string | null
  mergeInto: number | null
  untilOn: string | null
}

export async function pendingDecisionOf(db: Db | Tx, custodyId: string): Promise<PendingDecision | null> {
  const row = await db
    .selectFrom('pendingDecisions')
    .innerJoin('people', 'people.id', 'pendingDecisions.decidedBy')
    .leftJoin('bodies', 'bodies.id', 'pendingDecisions.passTo')
    .leftJoin('matters', 'matters.id', 'pendingDecisions.mergeInto')
    .select([
      'pendingDecisions.custodyId',
      'pendingDecisions.outcome',
      'pendingDecisions.reason',
      'pendingDecisions.madeAt',
      'pendingDecisions.announceAt',
      'people.name as decidedBy',
      'bodies.name as passTo',
      'matters.number as mergeInto',
      'pendingDecisions.untilOn',
    ])
    .where('pendingDecisions.custodyId', '=', custodyId)
    .executeTakeFirst()
  return row ?? null
}
