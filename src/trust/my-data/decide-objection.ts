import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import type { Letter } from '#core/mail/post.ts'

export interface ObjectionDecision {
  id: string
  outcome: 'upheld' | 'refused'
  reason: string
  by: string
  /** The answer to whoever raised it, if they can be written to. */
  letter: Letter | null
  now: Date
}

/** Answers an objection with a reason; false when somebody else was quicker, or it is gone. */
export async function decideObjection(
  db: Db,
  { id, outcome, reason, by, letter, now }: ObjectionDecision,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const decided = await tx
      .updateTable('objections')
      .set({ decidedAt: now, outcome, reason, decidedBy: by })
      .where('id', '=', id)
      .where('decidedAt', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!decided) return false
    if (letter) await writeLetter(tx, letter, now)
    return true
  })
}
