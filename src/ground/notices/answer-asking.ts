import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'

interface AnsweringAsking {
  matterId: string
  version: number
  agrees: boolean
  now: Date
}

/** The author says yes or no to a wider version; the day alone is kept, and an earlier word may be changed. */
export async function answerAsking(
  db: Db,
  { matterId, version, agrees, now }: AnsweringAsking,
): Promise<'answered' | 'not-asked'> {
  const day = new Date(now)
  day.setUTCHours(0, 0, 0, 0)
  return inTransaction(db, async (tx) => {
    const asked = await tx
      .updateTable('noticeAskings')
      .set((eb) => ({
        // Never before it was asked, however coarse.
        answeredAt: eb.fn('greatest', [eb.val(day), 'askedAt']),
        agreed: agrees,
      }))
      .where('matterId', '=', matterId)
      .where('version', '=', version)
      .returning(['noticeId', 'answeredAt'])
      .executeTakeFirst()
    if (!asked) return 'not-asked'
    const agreement = { matterId, noticeId: asked.noticeId, version }
    if (agrees)
      await tx
        .insertInto('noticeAgreements')
        .values({ ...agreement, agreedAt: asked.answeredAt ?? day })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    else
      await tx
        .deleteFrom('noticeAgreements')
        .where('matterId', '=', matterId)
        .where('noticeId', '=', asked.noticeId)
        .where('version', '=', version)
        .execute()
    return 'answered'
  })
}
