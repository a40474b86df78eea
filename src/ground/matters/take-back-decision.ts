import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { announceChange } from '#core/live/announce.ts'

export type TakeBackOutcome = { ok: true } | { ok: false; why: 'nothing-to-take-back' }

/** Takes a decision back that was not announced yet. It leaves no trace in the record: nobody has read it. */
export async function takeBackDecision(
  db: Db,
  { custodyId, bodySlug }: { custodyId: string; bodySlug: string },
): Promise<TakeBackOutcome> {
  return inTransaction(db, async (tx) => {
    const gone = await tx
      .deleteFrom('pendingDecisions')
      .where('custodyId', '=', custodyId)
      .returning('id')
      .executeTakeFirst()
    if (!gone) return { ok: false, why: 'nothing-to-take-back' }
    await announceChange(tx, `body:${bodySlug}`)
    return { ok: true }
  })
}
