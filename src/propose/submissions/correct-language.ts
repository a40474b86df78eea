import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { announceChange } from '#core/live/announce.ts'
import { setLanguage } from '#ground/matters/set-language.ts'
import type { Submission } from './find-submission.ts'

/**
 * Its author says which language it is. No step of the story: it changes how the words are read out, turned and found. The
 * record keeps what was said at the hand-in.
 */
export async function correctLanguage(
  db: Db,
  { submission, language }: { submission: Submission; language: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await setLanguage(tx, submission.id, language)
    await tx
      .updateTable('submissions')
      .set({ languageFrom: 'author' })
      .where('id', '=', submission.id)
      .execute()
    await announceChange(tx, `story:${submission.number}`)
  })
}
