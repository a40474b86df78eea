import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { startOfHour } from '#ground/matters/open-matter.ts'
import { eraseWordsOf } from '../../trust/my-data/index.ts'
import type { SeenAnswer } from './find-answer.ts'

/** Its author has every word of theirs erased, at once and for good; that it was given stays in the counts. */
export function eraseAnswer(
  db: Db,
  { answer, now }: { answer: Pick<SeenAnswer, 'id' | 'authorship'>; now: Date },
): Promise<void> {
  const isAnonymous = answer.authorship === 'anonymous'
  return inTransaction(db, (tx) =>
    eraseWordsOf(tx, {
      matterId: answer.id,
      at: isAnonymous ? startOfHour(now) : now,
      isUnordered: isAnonymous,
    }),
  )
}
