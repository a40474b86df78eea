import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { asOneParagraph, paragraphsOf } from './segments.ts'

export interface Suggestion {
  translationId: string
  part: string
  place: number
  words: string
  /** Null without an account: nothing of the person is kept then. */
  by: string | null
  now: Date
}

export type Suggested = 'kept' | 'gone' | 'no-such-paragraph' | 'says-the-same' | 'enough-for-now'

/** More than this wait for a volunteer already: another one helps nobody. */
const MOST_OPEN = 40

/** A reader would say it otherwise. It waits for a translator of that language and is shown to nobody else. */
export async function suggestCorrection(db: Db, suggestion: Suggestion): Promise<Suggested> {
  const { translationId, part, place, by, now } = suggestion
  return inTransaction(db, async (tx) => {
    const shown = await tx
      .selectFrom('translations')
      .innerJoin('translationParts', 'translationParts.translationId', 'translations.id')
      .innerJoin('publishedTexts', 'publishedTexts.id', 'translations.textId')
      .select('translationParts.words')
      .where('translations.id', '=', translationId)
      .where('translationParts.part', '=', part)
      .where('translations.shownAt', 'is not', null)
      .executeTakeFirst()
    if (!shown) return 'gone'
    const said = paragraphsOf(shown.words)[place]
    const words = asOneParagraph(suggestion.words)
    if (said === undefined) return 'no-such-paragraph'
    if (said === words) return 'says-the-same'
    const { open } = await tx
      .selectFrom('translationSuggestions')
      .select((eb) => eb.fn.countAll<number>().as('open'))
      .where('translationId', '=', translationId)
      .where('decidedAt', 'is', null)
      .executeTakeFirstOrThrow()
    if (open >= MOST_OPEN) return 'enough-for-now'
    await tx
      .insertInto('translationSuggestions')
      .values({ id: unorderedId(), translationId, part, place, words, madeAt: now, madeBy: by })
      .execute()
    return 'kept'
  })
}
