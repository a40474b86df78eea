import type { Db, Tx } from '#core/db/connect.ts'
import { type Body, bodyById } from '#ground/bodies/queries.ts'
import { type LastCustody, lastCustodyOf } from '#ground/matters/custody-of.ts'
import { type ReturnRequest, returnAskedOf } from '#ground/matters/return-requests.ts'
import { type OpenCustody, openCustodyOf } from '#ground/matters/story-of.ts'
import type { Submission } from './find-submission.ts'
import { type Letter, lettersOf } from './letters-of.ts'

/** What stands open to the author, and what was written between them and the clerk. */
export interface AuthorFacts {
  open: OpenCustody | null
  last: LastCustody | null
  reviewer: Body | null
  wasReviewed: boolean
  returnAsked: ReturnRequest | null
  letters: Letter[]
}

export async function authorFacts(db: Db, { id }: Pick<Submission, 'id'>, now: Date): Promise<AuthorFacts> {
  const [open, last, wasReviewed, returnAsked, letters] = await Promise.all([
    openCustodyOf(db, id),
    lastCustodyOf(db, id),
    wasReviewedBefore(db, id),
    returnAskedOf(db, id),
    lettersOf(db, id),
  ])
  const reviewer = last?.reviewedBy ? await bodyById(db, last.reviewedBy, now) : null
  return { open, last, reviewer, wasReviewed, returnAsked, letters }
}

/** Another body was asked to look again: that is possible once. */
export async function wasReviewedBefore(db: Db | Tx, matterId: string): Promise<boolean> {
  const review = await db
    .selectFrom('reviews')
    .select('matterId')
    .where('matterId', '=', matterId)
    .executeTakeFirst()
  return review !== undefined
}
