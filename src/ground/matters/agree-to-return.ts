import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { announceChange } from '#core/live/announce.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { recordDecision } from './decide-matter.ts'

export type AgreeOutcome = { ok: true } | { ok: false; why: 'nothing-to-agree-to' }

/**
 * Agrees that a matter goes back to a body that had it. The decision that was asked for is recorded with it, in the name
 * of the clerk who asked, and can be taken back for five minutes like any other.
 */
export async function agreeToReturn(
  db: Db,
  { requestId, as, now }: { requestId: string; as: 'author' | 'reviewing-body'; now: Date },
): Promise<AgreeOutcome> {
  return inTransaction(db, async (tx) => {
    const request = await tx
      .updateTable('returnRequests')
      .set({ agreedAt: now, agreedAs: as })
      .where('id', '=', requestId)
      .where('agreedAt', 'is', null)
      .returning(['custodyId', 'toBody', 'reason', 'language', 'askedBy'])
      .executeTakeFirst()
    if (!request) return { ok: false, why: 'nothing-to-agree-to' }
    const custody = await tx
      .selectFrom('custody')
      .innerJoin('matters', 'matters.id', 'custody.matterId')
      .innerJoin('bodies', 'bodies.id', 'custody.bodyId')
      .select(['custody.matterId', 'custody.bodyId', 'matters.number', 'bodies.slug'])
      .where('custody.id', '=', request.custodyId)
      .executeTakeFirstOrThrow()
    const matter = { id: custody.matterId, number: custody.number }
    // While another decision waits the agreement stands all the same: it is used if that one is taken back.
    await recordDecision(
      tx,
      {
        custodyId: request.custodyId,
        matterId: matter.id,
        bodyId: custody.bodyId,
        bodySlug: custody.slug,
        outcome: 'passed-on',
        reason: request.reason,
        language: request.language,
        passTo: { id: request.toBody },
        mergeInto: null,
        untilOn: null,
        by: request.askedBy,
      },
      now,
    )
    await appendEntry(tx, {
      kind: 'matter.return-agreed',
      at: now,
      matter,
      bodyId: custody.bodyId,
      toBodyId: request.toBody,
      publicWords: { as },
    })
    await announceChange(tx, `story:${matter.number}`)
    return { ok: true }
  })
}
