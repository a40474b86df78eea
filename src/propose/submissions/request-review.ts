import type { Db } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { bodyById } from '#ground/bodies/queries.ts'
import { askForReview } from '#ground/matters/ask-for-review.ts'
import { lastCustodyOf } from '#ground/matters/custody-of.ts'
import { mayAskForReview } from '#ground/matters/policy.ts'
import { openCustodyOf } from '#ground/matters/story-of.ts'
import { wasReviewedBefore } from './author-facts.ts'
import { authorTime } from './author-time.ts'
import type { Submission } from './find-submission.ts'

export interface ReviewRequest {
  submission: Submission
  reason: string
  language: string
  once: Once
}

export type RequestOutcome =
  | { ok: true }
  | { ok: false; why: 'not-decided-yet' | 'reviewed-once' | 'withdrawn' | 'nobody-reviews'; body: string }

/** Its author asks, once, for the body that reviews the one that ended it. */
export async function requestReview(
  db: Db,
  { submission, reason, language, once }: ReviewRequest,
): Promise<DoneOnce<RequestOutcome>> {
  return inTransaction(db, (tx) =>
    doOnce(tx, once, async (): Promise<RequestOutcome> => {
      const last = await lastCustodyOf(tx, submission.id)
      const isOpen = (await openCustodyOf(tx, submission.id)) !== null
      const wasReviewed = await wasReviewedBefore(tx, submission.id)
      const body = last?.bodyName ?? ''
      const may = mayAskForReview(true, { last, isOpen, wasReviewed })
      if (may !== 'allowed' && may !== 'not-the-author') return { ok: false, why: may, body }
      const byBody = last?.reviewedBy ? await bodyById(tx, last.reviewedBy, once.now) : null
      if (!last || !byBody) return { ok: false, why: 'nobody-reviews', body }
      const when = authorTime(submission, { now: once.now, after: [last.decidedAt] })
      const outcome = await askForReview(tx, {
        matter: submission,
        ofBody: last.bodyId,
        byBody,
        reason,
        language,
        ...when,
      })
      return outcome.ok ? outcome : { ...outcome, body }
    }),
  )
}
