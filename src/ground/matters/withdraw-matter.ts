import type { Tx } from '#core/db/connect.ts'
import { announceChange } from '#core/live/announce.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { closeCustody } from './close-custody.ts'

export interface Withdrawing {
  matter: { id: string; number: number }
  custody: { id: string; bodyId: string; bodySlug: string }
  reason: string | null
  language: string
  /** Coarse for an anonymous author. */
  at: Date
  isUnordered: boolean
}

/**
 * Its author takes a matter back while no decision was announced; false when one was. A decision that waits falls: nobody
 * but the clerk has read it. It is deleted before the custody is closed, the order in which it would be announced.
 */
export async function withdrawMatter(tx: Tx, withdrawing: Withdrawing): Promise<boolean> {
  const { matter, custody, reason, language, at, isUnordered } = withdrawing
  await tx.deleteFrom('pendingDecisions').where('custodyId', '=', custody.id).execute()
  const isClosed = await closeCustody(tx, {
    custodyId: custody.id,
    matterId: matter.id,
    at,
    outcome: 'withdrawn',
    reason,
  })
  if (!isClosed) return false
  await appendEntry(tx, {
    kind: 'matter.withdrawn',
    at,
    matter,
    bodyId: custody.bodyId,
    outcome: 'withdrawn',
    publicWords: reason === null ? undefined : { reason, language },
    isUnordered,
  })
  await announceChange(tx, `story:${matter.number}`)
  await announceChange(tx, `body:${custody.bodySlug}`)
  return true
}
