import type { Db, Tx } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { orderedId } from '#core/ids/ids.ts'
import { announceChange } from '#core/live/announce.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { endOf } from './announce-call.ts'
import { type Call, stateOf } from './call.ts'

export interface Extending {
  call: Call
  closesAt: Date
  reason: string
  language: string
  by: { id: string; name: string }
  once: Once
}

export type Extended = { ok: true } | { ok: false; why: 'closed' | 'not-longer' | 'past-the-promise' }

/**
 * Keeps a call open longer, with a reason, as an entry; never shorter, never once it has closed, and never past the day on
 * which its body promised to answer, which does not move. Helpers get as long after it as they had.
 */
export function extendCall(db: Db, extending: Extending): Promise<DoneOnce<Extended>> {
  const { call, closesAt, once } = extending
  return inTransaction(db, (tx) =>
    doOnce(tx, once, async (): Promise<Extended> => {
      const standing = await tx
        .selectFrom('calls')
        .select(['opensAt', 'closesAt', 'helpersUntil'])
        .where('id', '=', call.id)
        .forUpdate()
        .executeTakeFirstOrThrow()
      if (stateOf(standing, once.now) === 'finished') return { ok: false, why: 'closed' }
      if (closesAt <= standing.closesAt) return { ok: false, why: 'not-longer' }
      const helpersUntil = new Date(
        closesAt.getTime() + (standing.helpersUntil.getTime() - standing.closesAt.getTime()),
      )
      if (helpersUntil >= endOf(call.promisedOn)) return { ok: false, why: 'past-the-promise' }
      await tx.updateTable('calls').set({ closesAt, helpersUntil }).where('id', '=', call.id).execute()
      await noteExtension(tx, extending, standing.closesAt)
      await announceChange(tx, `call:${call.number}`)
      return { ok: true }
    }),
  )
}

async function noteExtension(tx: Tx, extending: Extending, closedAtBefore: Date): Promise<void> {
  const { call, closesAt, reason, language, by, once } = extending
  const row = { id: orderedId(once.now), callId: call.id, madeBy: by.id, madeAt: once.now }
  await tx
    .insertInto('callExtensions')
    .values({ ...row, closedAtBefore, closesAt, reason, language })
    .execute()
  await appendEntry(tx, {
    kind: 'call.kept-open',
    at: once.now,
    matter: call,
    bodyId: call.body.id,
    publicWords: { reason, language, closes_at: closesAt.toISOString(), by: by.name },
  })
}
