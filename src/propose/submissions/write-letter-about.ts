import type { Db } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { authorTime } from './author-time.ts'
import type { Submission } from './find-submission.ts'

export interface NewLetter {
  submission: Submission
  /** Null when the author writes. */
  fromBody: string | null
  words: string
}

/** Keeps a letter between the author and the clerk; a job tells the other side that there is one, never what it says. */
export async function writeLetterAbout(
  db: Db,
  { letter, once }: { letter: NewLetter; once: Once },
): Promise<DoneOnce<{ ok: true }>> {
  const { submission, fromBody, words } = letter
  return inTransaction(db, (tx) =>
    doOnce(tx, once, async () => {
      const { last } = await tx
        .selectFrom('letters')
        .select((eb) => eb.fn.max('writtenAt').as('last'))
        .where('submissionId', '=', submission.id)
        .executeTakeFirstOrThrow()
      const { at } = authorTime(submission, { now: once.now, after: [last] })
      await tx
        .insertInto('letters')
        .values({
          id: unorderedId(),
          submissionId: submission.id,
          fromBody,
          words,
          writtenAt: fromBody === null ? at : once.now,
        })
        .execute()
      return { ok: true as const }
    }),
  )
}
