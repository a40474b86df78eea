import { z } from 'zod'
import type { Db } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import type { Answer } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { eraseWordsOf } from '../../trust/my-data/index.ts'
import { actAgain, acted, asAuthor } from './author.ts'
import { onceOf } from './author-acts.ts'
import { authorMessages as m } from './author-messages.ts'
import { authorTime } from './author-time.ts'
import type { Submission } from './find-submission.ts'

export const wordsErasureInput = z.object({ sure: z.literal('yes') })

/** Its author, by account or follow-up key, has every word of theirs in it erased: at once, and for good. */
export async function createWordsErasure(x: Exchange): Promise<Answer> {
  return asAuthor(x, async (author) => {
    if (!wordsErasureInput.safeParse(x.form).success) {
      const problems = [{ field: 'sure', message: x.t(m.eraseSaySure) }]
      return actAgain(x, author, { act: 'erasure', problems })
    }
    const once = onceOf(x, author, { act: 'erasure' })
    const outcome = await eraseOwnWords(x.db, { submission: author.submission, once })
    return outcome.ok ? acted(x, author, 'erasure') : keyReused(x)
  })
}

function eraseOwnWords(
  db: Db,
  { submission, once }: { submission: Submission; once: Once },
): Promise<DoneOnce<{ ok: true }>> {
  return inTransaction(db, (tx) =>
    doOnce(tx, once, async () => {
      const { last } = await tx
        .selectFrom('entries')
        .select((eb) => eb.fn.max('at').as('last'))
        .where('matterId', '=', submission.id)
        .executeTakeFirstOrThrow()
      const when = authorTime(submission, { now: once.now, after: [last] })
      await eraseWordsOf(tx, { matterId: submission.id, ...when })
      return { ok: true as const }
    }),
  )
}
