import type { Db, Tx } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { orderedId } from '#core/ids/ids.ts'
import { announceChange } from '#core/live/announce.ts'
import { askToReturn } from './ask-to-return.ts'
import { gatherFacts } from './decision-facts.ts'
import { announcedAt, type Decided, type Refusal, refusalOf } from './rules.ts'

export interface NewDecision {
  custodyId: string
  matterId: string
  bodyId: string
  bodySlug: string
  outcome: Decided
  reason: string | null
  /** BCP 47 tag of the reason. */
  language: string
  passTo: { id: string } | null
  mergeInto: { id: string } | null
  untilOn: string | null
  by: string
}

export type DecideOutcome = { ok: true; announceAt: string } | { ok: false; why: Refusal | 'already-decided' }

/**
 * Records a decision, which waits five minutes and can be taken back until then. Of any number at once on one custody the
 * first stands: the database holds one pending decision a custody, and a decided custody takes none.
 */
export async function decideMatter(
  db: Db,
  { decision, once }: { decision: NewDecision; once: Once },
): Promise<DoneOnce<DecideOutcome>> {
  return inTransaction(db, (tx) => doOnce(tx, once, () => recordDecision(tx, decision, once.now)))
}

/** The same inside a transaction that does more: several matters at once, or an agreement to pass back. */
export async function recordDecision(tx: Tx, decision: NewDecision, now: Date): Promise<DecideOutcome> {
  if (!(await keepOpen(tx, decision.custodyId))) return { ok: false, why: 'already-decided' }
  const refusal = refusalOf(await gatherFacts(tx, decision, now))
  if (refusal === 'needs-agreement') await askToReturn(tx, decision, now)
  if (refusal) return { ok: false, why: refusal }
  const announceAt = announcedAt(now)
  const stood = await tx
    .insertInto('pendingDecisions')
    .values({
      id: orderedId(now),
      custodyId: decision.custodyId,
      outcome: decision.outcome,
      reason: decision.reason,
      language: decision.language,
      passTo: decision.passTo?.id ?? null,
      mergeInto: decision.mergeInto?.id ?? null,
      untilOn: decision.untilOn,
      decidedBy: decision.by,
      madeAt: now,
      announceAt,
    })
    .onConflict((conflict) => conflict.constraint('one_pending_decision').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!stood) return { ok: false, why: 'already-decided' }
  await announceChange(tx, `body:${decision.bodySlug}`)
  return { ok: true, announceAt: announceAt.toISOString() }
}

/** Share-locks the custody so that it is not closed under a decision that is being recorded. */
async function keepOpen(tx: Tx, custodyId: string): Promise<boolean> {
  const open = await tx
    .selectFrom('custody')
    .select('id')
    .where('id', '=', custodyId)
    .where('decidedAt', 'is', null)
    .forShare()
    .executeTakeFirst()
  return open !== undefined
}
