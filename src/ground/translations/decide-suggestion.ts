import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { findTranslation } from './find-translation.ts'
import { mayTranslate, type Volunteer } from './policy.ts'
import { joined, paragraphsOf, segmentsOf } from './segments.ts'
import { tellReaders } from './show-translation.ts'

export interface SuggestionDecision {
  id: string
  outcome: 'taken' | 'left'
  by: Volunteer
  now: Date
}

export type SuggestionDecided = 'done' | 'gone' | 'not-your-language' | 'your-own-work' | 'decided-already'

/** A translator takes a reader's wording, which is shown at once (two people have read it), or leaves it. */
export async function decideSuggestion(
  db: Db,
  { id, outcome, by, now }: SuggestionDecision,
): Promise<SuggestionDecided> {
  return inTransaction(db, async (tx) => {
    const suggestion = await tx
      .selectFrom('translationSuggestions')
      .select(['translationId', 'part', 'place', 'words', 'madeBy', 'decidedAt'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    const translation = suggestion && (await findTranslation(tx, suggestion.translationId))
    if (!suggestion || !translation) return 'gone'
    if (mayTranslate(by, translation.language) !== 'allowed') return 'not-your-language'
    if (suggestion.madeBy === by.id) return 'your-own-work'
    if (suggestion.decidedAt !== null) return 'decided-already'
    await tx
      .updateTable('translationSuggestions')
      .set({ outcome, decidedAt: now, decidedBy: by.id })
      .where('id', '=', id)
      .execute()
    if (outcome === 'taken') await takeWording(tx, { ...suggestion, by, now })
    if (outcome === 'taken') await tellReaders(tx, translation.original)
    return 'done'
  })
}

interface Wording {
  translationId: string
  part: string
  place: number
  words: string
  by: Volunteer
  now: Date
}

/** Into what is shown, and into what is worked at, so that the next review does not undo it. */
async function takeWording(tx: Tx, { translationId, part, place, words, by, now }: Wording): Promise<void> {
  const shown = await tx
    .selectFrom('translationParts')
    .select('words')
    .where('translationId', '=', translationId)
    .where('part', '=', part)
    .forUpdate()
    .executeTakeFirst()
  if (!shown) return
  const paragraphs = paragraphsOf(shown.words)
  paragraphs[place] = words
  await tx
    .updateTable('translationParts')
    .set({ words: joined(paragraphs) })
    .where('translationId', '=', translationId)
    .where('part', '=', part)
    .execute()
  await keepInWork(tx, { translationId, part, place, words, by, now })
}

async function keepInWork(tx: Tx, { translationId, part, place, words, by, now }: Wording): Promise<void> {
  const translation = await findTranslation(tx, translationId)
  const segment = translation
    ? segmentsOf(translation.original.parts).find((one) => one.part === part && one.place === place)
    : undefined
  if (!segment) return
  const row = { words, originalHash: segment.hash, isMachine: false, savedBy: by.id, savedAt: now }
  await tx
    .insertInto('translationSegments')
    .values({ translationId, part, place, ...row })
    .onConflict((conflict) => conflict.columns(['translationId', 'part', 'place']).doUpdateSet(row))
    .execute()
}
