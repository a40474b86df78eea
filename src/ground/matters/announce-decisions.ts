import type { Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { announceChange } from '#core/live/announce.ts'
import { describeError } from '#core/log/log.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { closeCustody } from './close-custody.ts'
import { type DueDecision, findDueDecision, isOpenMatter } from './due-decision.ts'
import { writeDecisionLetters, writeLostTargetLetter } from './letters-to-authors.ts'
import { link } from './link.ts'
import { dueOn } from './rules.ts'
import { takeIntoCustody } from './take-into-custody.ts'

const BATCH = 200

/** Announces every decision whose five minutes are over, each in a transaction of its own. */
export async function announceDueDecisions(house: JobHouse): Promise<void> {
  const now = house.clock.now()
  const due = await house.db
    .selectFrom('pendingDecisions')
    .select('id')
    .where('announceAt', '<=', now)
    .orderBy('announceAt')
    .orderBy('id')
    .limit(BATCH)
    .execute()
  for (const { id } of due) {
    // One that cannot be announced must not hold up the others.
    await inTransaction(house.db, (tx) => announceDecision(tx, { id, house, now })).catch((error: unknown) =>
      house.log.error({ decision: id, ...describeError(error) }, 'a decision could not be announced'),
    )
  }
}

async function announceDecision(
  tx: Tx,
  { id, house, now }: { id: string; house: JobHouse; now: Date },
): Promise<void> {
  const decision = await findDueDecision(tx, id)
  if (!decision) return
  await tx.deleteFrom('pendingDecisions').where('id', '=', id).execute()
  if (decision.into && !(await isOpenMatter(tx, decision.into.id)))
    return writeLostTargetLetter(tx, { decision, house, now })
  if (!(await closeCustody(tx, closingOf(decision, now)))) return
  const dueAt = await openNextCustody(tx, decision, now)
  await appendEntry(tx, { ...entryOf(decision), at: now, dueAt })
  if (decision.into) await join(tx, { decision, into: decision.into, now })
  await writeDecisionLetters(tx, { decision, dueAt, house, now })
  await tellFollowers(tx, decision)
}

function closingOf(decision: DueDecision, at: Date) {
  return {
    custodyId: decision.custodyId,
    matterId: decision.matter.id,
    at,
    outcome: decision.outcome,
    reason: decision.reason,
    passedTo: decision.to?.id,
    mergedInto: decision.into?.id,
    deferredUntil: decision.untilOn ?? undefined,
  }
}

async function openNextCustody(tx: Tx, decision: DueDecision, at: Date): Promise<Date | undefined> {
  const { matter, to, body, untilOn } = decision
  if (decision.outcome === 'passed-on' && to)
    return (await takeIntoCustody(tx, { matterId: matter.id, bodyId: to.id, at })).dueAt
  if (decision.outcome === 'deferred' && untilOn) {
    const arrival = { matterId: matter.id, bodyId: body.id, at, dueAt: dueOn(untilOn) }
    return (await takeIntoCustody(tx, arrival)).dueAt
  }
}

function entryOf(decision: DueDecision) {
  return {
    kind: `matter.${decision.outcome}`,
    matter: decision.matter,
    bodyId: decision.body.id,
    outcome: decision.outcome,
    toBodyId: decision.to?.id,
    intoMatterId: decision.into?.id,
    untilOn: decision.untilOn ?? undefined,
    publicWords:
      decision.reason === null ? undefined : { reason: decision.reason, language: decision.language },
    privateWords: { by: decision.decidedBy },
  }
}

/** The matter it lives on in says so in its own story; the one merged keeps its number, its words and its authors. */
async function join(
  tx: Tx,
  { decision, into, now }: { decision: DueDecision; into: { id: string; number: number }; now: Date },
): Promise<void> {
  await link(tx, { from: decision.matter.id, to: into.id, relation: 'merged-into', at: now })
  await appendEntry(tx, {
    kind: 'matter.joined',
    at: now,
    matter: into,
    bodyId: decision.body.id,
    publicWords: { from: decision.matter.number },
  })
  await announceChange(tx, `story:${into.number}`)
}

async function tellFollowers(tx: Tx, { matter, body, to }: DueDecision): Promise<void> {
  await announceChange(tx, `story:${matter.number}`)
  await announceChange(tx, `body:${body.slug}`)
  if (to) await announceChange(tx, `body:${to.slug}`)
}
