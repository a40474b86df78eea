import type { Tx } from '#core/db/connect.ts'
import { announceChange } from '#core/live/announce.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { takeIntoCustody } from './take-into-custody.ts'

export interface ReviewWish {
  matter: { id: string; number: number }
  ofBody: string
  byBody: { id: string; slug: string }
  reason: string
  language: string
  at: Date
  isUnordered: boolean
}

export type ReviewOutcome = { ok: true } | { ok: false; why: 'not-decided-yet' | 'reviewed-once' }

/** Opens an ended matter again with the body that reviews the one that ended it; once for each matter. */
export async function askForReview(tx: Tx, wish: ReviewWish): Promise<ReviewOutcome> {
  const { matter, ofBody, byBody, reason, language, at, isUnordered } = wish
  const ended = await tx
    .selectFrom('matters')
    .select('id')
    .where('id', '=', matter.id)
    .where('closedAt', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  if (!ended) return { ok: false, why: 'not-decided-yet' }
  const asked = await tx
    .insertInto('reviews')
    .values({ matterId: matter.id, askedAt: at, reason, ofBody, byBody: byBody.id })
    .onConflict((conflict) => conflict.column('matterId').doNothing())
    .returning('matterId')
    .executeTakeFirst()
  if (!asked) return { ok: false, why: 'reviewed-once' }
  await tx
    .updateTable('matters')
    .set({ closedAt: null, closingOutcome: null })
    .where('id', '=', matter.id)
    .execute()
  const { dueAt } = await takeIntoCustody(tx, { matterId: matter.id, bodyId: byBody.id, at })
  await appendEntry(tx, {
    kind: 'matter.review-asked',
    at,
    matter,
    bodyId: ofBody,
    toBodyId: byBody.id,
    dueAt,
    publicWords: { reason, language },
    isUnordered,
  })
  await announceChange(tx, `story:${matter.number}`)
  await announceChange(tx, `body:${byBody.slug}`)
  return { ok: true }
}
