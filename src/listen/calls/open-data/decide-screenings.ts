import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'

export type ScreeningDecision = 'publish' | 'mask' | 'withhold'

interface Deciding {
  callId: string
  /** By answer and question. */
  decisions: readonly { answerId: string; questionId: string; decided: ScreeningDecision }[]
  by: string
  now: Date
}

/** A person decides about words in which something was found; what somebody else decided meanwhile stands. Answers how many were decided now. */
export async function decideScreenings(db: Db, { callId, decisions, by, now }: Deciding): Promise<number> {
  return inTransaction(db, async (tx) => {
    let decided = 0
    for (const decision of decisions) {
      const { numUpdatedRows } = await tx
        .updateTable('screenings')
        .set({ decided: decision.decided, decidedBy: by, decidedAt: now })
        .where('answerId', '=', decision.answerId)
        .where('questionId', '=', decision.questionId)
        .where('spans', 'is not', null)
        .where('decided', 'is', null)
        .where('questionId', 'in', (eb) =>
          eb.selectFrom('callQuestions').select('id').where('callId', '=', callId),
        )
        .executeTakeFirst()
      decided += Number(numUpdatedRows)
    }
    return decided
  })
}
