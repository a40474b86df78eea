import type { Tx } from '#core/db/connect.ts'

export type Outcome = 'passed-on' | 'accepted' | 'merged' | 'answered' | 'deferred' | 'refused' | 'withdrawn'

/** Outcomes that end a matter; the others only move it on. */
export const CLOSING: readonly Outcome[] = ['accepted', 'merged', 'answered', 'refused', 'withdrawn']

export interface Closing {
  custodyId: string
  matterId: string
  at: Date
  outcome: Outcome
  reason: string | null
  passedTo?: string
  mergedInto?: string
  deferredUntil?: string
}

/** Ends a custody; false when another decision was quicker. Whoever calls opens the next custody, unless the outcome closes the matter. */
export async function closeCustody(tx: Tx, closing: Closing): Promise<boolean> {
  const closed = await tx
    .updateTable('custody')
    .set({
      decidedAt: closing.at,
      outcome: closing.outcome,
      reason: closing.reason,
      passedTo: closing.passedTo ?? null,
      mergedInto: closing.mergedInto ?? null,
      deferredUntil: closing.deferredUntil ?? null,
    })
    .where('id', '=', closing.custodyId)
    .where('decidedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!closed) return false
  if (CLOSING.includes(closing.outcome)) {
    const { matterId, at, outcome } = closing
    await tx
      .updateTable('matters')
      .set({ closedAt: at, closingOutcome: outcome })
      .where('id', '=', matterId)
      .execute()
  }
  return true
}
