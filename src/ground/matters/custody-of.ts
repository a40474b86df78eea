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
