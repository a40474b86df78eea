import type { Db } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { lastCustodyOf } from '#ground/matters/custody-of.ts'
import { judgeAnswer, type Verdict } from '#ground/matters/judge-answer.ts'
import { mayJudge } from '#ground/matters/policy.ts'
import { verdictFrom } from '#ground/matters/rules.ts'
import { openCustodyOf } from '#ground/matters/story-of.ts'
import { authorTime } from './author-time.ts'
import type { Submission } from './find-submission.ts'

export interface NewVerdict {
  submission: Submission
  verdict: Verdict
  words: string
  language: string
  once: Once
}

export type VerdictOutcome =
  | { ok: true }
  /** `from`: the day from which it can be judged. */
  | { ok: false; why: 'no-answer' | 'too-early' | 'judged'; from: string }

/** Its author says whether the answer was one. */
export async function giveVerdict(
  db: Db,
  { submission, verdict, words, language, once }: NewVerdict,
): Promise<DoneOnce<VerdictOutcome>> {
  return inTransaction(db, (tx) =>
    doOnce(tx, once, async (): Promise<VerdictOutcome> => {
      const [last, open] = [await lastCustodyOf(tx, submission.id), await openCustodyOf(tx, submission.id)]
      const may = mayJudge(true, { last, isOpen: open !== null, now: once.now })
      if (may !== 'allowed' || !last) {
        const why = may === 'too-early' || may === 'judged' ? may : 'no-answer'
        return { ok: false, why, from: verdictFrom(last?.decidedAt ?? once.now).toISOString() }
      }
      const when = authorTime(submission, { now: once.now, after: [last.decidedAt] })
      const isGiven = await judgeAnswer(tx, {
        matter: submission,
        custody: last,
        verdict,
        words,
        language,
        ...when,
      })
      return isGiven ? { ok: true } : { ok: false, why: 'judged', from: once.now.toISOString() }
    }),
  )
}
