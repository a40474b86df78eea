import type { Tx } from '#core/db/connect.ts'
import { CLOSING } from './close-custody.ts'
import type { NewDecision } from './decide-matter.ts'
import type { DecisionFacts } from './rules.ts'

/** What the rules need to know of the rest of the house, read in the transaction of the decision. */
export async function gatherFacts(tx: Tx, decision: NewDecision, now: Date): Promise<DecisionFacts> {
  return {
    outcome: decision.outcome,
    from: { id: decision.bodyId },
    to: decision.passTo && (await receiver(tx, decision.passTo.id, decision.matterId)),
    hasAgreement:
      decision.passTo !== null && (await hasAgreement(tx, decision.custodyId, decision.passTo.id)),
    target: decision.mergeInto && (await target(tx, decision.mergeInto.id, decision.matterId)),
    deferrals: await deferralsOf(tx, decision.matterId, decision.bodyId),
    untilOn: decision.untilOn,
    now,
  }
}

async function receiver(tx: Tx, bodyId: string, matterId: string): Promise<DecisionFacts['to']> {
  const body = await tx
    .selectFrom('bodies')
    .select((eb) => [
      'id',
      'reviewedBy',
      'closedOn',
      eb
        .exists(
          eb
            .selectFrom('custody')
            .select('custody.id')
            .whereRef('custody.bodyId', '=', 'bodies.id')
            .where('custody.matterId', '=', matterId),
        )
        .$castTo<boolean>()
        .as('hadItBefore'),
    ])
    .where('id', '=', bodyId)
    .executeTakeFirst()
  return body ? { ...body, isOpen: body.closedOn === null } : null
}

async function hasAgreement(tx: Tx, custodyId: string, toBody: string): Promise<boolean> {
  const agreed = await tx
    .selectFrom('returnRequests')
    .select('id')
    .where('custodyId', '=', custodyId)
    .where('toBody', '=', toBody)
    .where('agreedAt', 'is not', null)
    .executeTakeFirst()
  return agreed !== undefined
}

async function target(tx: Tx, targetId: string, matterId: string): Promise<DecisionFacts['target']> {
  // In the order of their ids, so that two matters merged into each other at once wait instead of deadlocking; the second sees the first.
  const locked = await tx
    .selectFrom('matters')
    .select(['id', 'closedAt', 'parentId'])
    .where('id', 'in', [targetId, matterId])
    .orderBy('id')
    .forUpdate()
    .execute()
  const found = locked.find(({ id }) => id === targetId)
  const leaving = await tx
    .selectFrom('pendingDecisions')
    .innerJoin('custody', 'custody.id', 'pendingDecisions.custodyId')
    .select('pendingDecisions.id')
    .where('custody.matterId', '=', targetId)
    .where('pendingDecisions.outcome', 'in', CLOSING)
    .executeTakeFirst()
  return {
    isSame: targetId === matterId,
    isOpen: found !== undefined && found.closedAt === null,
    isLeaving: leaving !== undefined,
  }
}

async function deferralsOf(tx: Tx, matterId: string, bodyId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('custody')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('matterId', '=', matterId)
    .where('bodyId', '=', bodyId)
    .where('outcome', '=', 'deferred')
    .executeTakeFirstOrThrow()
  return count
}
