import type { Db, Tx } from '#core/db/connect.ts'
import { doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { announceChange } from '#core/live/announce.ts'
import { startOfHour } from '#ground/matters/open-matter.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import type { SeenAnswer } from './find-answer.ts'

export type Withdrawn = { ok: true } | { ok: false; why: 'withdrawn-already' }

type TakenBack = Pick<SeenAnswer, 'id' | 'number' | 'call' | 'authorship'>

/** Its author takes it back; a row of its time stays, and the count of what was received. */
export async function withdrawAnswer(db: Db, { answer, once }: { answer: TakenBack; once: Once }) {
  return inTransaction(db, (tx) => doOnce(tx, once, () => takeBack(tx, answer, once.now)))
}

/** The same inside a transaction that does more: a correction by mail takes an answer back and another in. */
export async function takeBack(tx: Tx, answer: TakenBack, now: Date): Promise<Withdrawn> {
  const isAnonymous = answer.authorship === 'anonymous'
  const at = isAnonymous ? startOfHour(now) : now
  const changed = await tx
    .updateTable('answers')
    .set({ withdrawnAt: at })
    .where('id', '=', answer.id)
    .where('withdrawnAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return { ok: false, why: 'withdrawn-already' }
  await appendEntry(tx, {
    kind: 'answer.withdrawn',
    at,
    matter: answer,
    bodyId: answer.call.body.id,
    isUnordered: isAnonymous,
  })
  // What is kept of its page, and of its call's, goes at once.
  await announceChange(tx, `story:${answer.number}`)
  return { ok: true }
}
