import type { Db } from '#core/db/connect.ts'
import { timeCursorText } from '#core/http/time-cursor.ts'
import { type Draft, draftsOf } from '#ground/drafts/draft-of.ts'
import type { OwnWish } from '#ground/matters/own-wish.ts'
import { answersAwaiting, type OwnAnswer, ownAnswers } from '../../listen/calls/index.ts'
import { type OwnSubmission, ownSubmissions, submissionsAwaiting } from '../../propose/submissions/index.ts'

/** One line of what somebody handed in. */
export type Own = { at: Date; id: string } & (
  | { sort: 'submission'; submission: OwnSubmission }
  | { sort: 'answer'; answer: OwnAnswer }
  | { sort: 'draft'; draft: Draft }
)

export interface OwnList {
  own: Own[]
  /** Opaque; null on the last page. */
  next: string | null
}

/** Submissions, answers and drafts of one person in one order, newest first: each slice gives a page of its own, and one is cut from them. */
export async function ownList(db: Db, wish: OwnWish): Promise<OwnList> {
  const { personId, most, after } = wish
  const asked = { ...wish, most: most + 1 }
  const [submissions, answers, drafts] = await Promise.all([
    ownSubmissions(db, asked),
    ownAnswers(db, asked),
    mayBeDraft(wish) ? draftsOf(db, personId, { after, most: most + 1 }) : [],
  ])
  const all: Own[] = [
    ...submissions.map((submission) => ({
      sort: 'submission' as const,
      at: submission.openedAt,
      id: submission.id,
      submission,
    })),
    ...answers.map((answer) => ({ sort: 'answer' as const, at: answer.openedAt, id: answer.id, answer })),
    ...drafts.map((draft) => ({ sort: 'draft' as const, at: draft.savedAt, id: draft.id, draft })),
  ].toSorted(newestFirst)
  const own = all.slice(0, most)
  const last = own.at(-1)
  return { own, next: all.length > most && last ? timeCursorText(last.at, last.id) : null }
}

/** How many of them wait for their author. */
export async function countAwaiting(db: Db, whose: { personId: string; now: Date }): Promise<number> {
  const counts = await Promise.all([submissionsAwaiting(db, whose), answersAwaiting(db, whose)])
  return counts.reduce((sum, count) => sum + count, 0)
}

/** A draft has not ended, and nobody waits for it. */
const mayBeDraft = ({ state }: Pick<OwnWish, 'state'>) => state === undefined || state === 'open'

/** As the database orders by time and id. */
function newestFirst(one: Pick<Own, 'at' | 'id'>, other: Pick<Own, 'at' | 'id'>): number {
  return other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1)
}
