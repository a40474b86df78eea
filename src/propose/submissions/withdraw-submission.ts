import type { Db } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { openCustodyOf } from '#ground/matters/story-of.ts'
import { withdrawMatter } from '#ground/matters/withdraw-matter.ts'
import { authorTime } from './author-time.ts'
import type { Submission } from './find-submission.ts'

export interface Withdrawal {
  submission: Submission
  reason: string | null
  language: string
  once: Once
}

export type WithdrawOutcome = { ok: true } | { ok: false; why: 'already-decided' }

/** Its author takes it back before a decision is announced. */
export async function withdrawSubmission(
  db: Db,
  { submission, reason, language, once }: Withdrawal,
): Promise<DoneOnce<WithdrawOutcome>> {
  return inTransaction(db, (tx) =>
    doOnce(tx, once, async (): Promise<WithdrawOutcome> => {
      const custody = await openCustodyOf(tx, submission.id)
      if (!custody) return { ok: false, why: 'already-decided' }
      const when = authorTime(submission, {
        now: once.now,
        after: [custody.receivedAt, custody.consideredAt],
      })
      const isWithdrawn = await withdrawMatter(tx, { matter: submission, custody, reason, language, ...when })
      if (!isWithdrawn) return { ok: false, why: 'already-decided' }
      await tx
        .insertInto('withdrawals')
        .values({ submissionId: submission.id, withdrawnAt: when.at, reason: reason ?? '' })
        .execute()
      return { ok: true }
    }),
  )
}
