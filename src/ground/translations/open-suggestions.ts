import type { Db } from '#core/db/connect.ts'
import { paragraphsOf } from './segments.ts'

export interface OpenSuggestion {
  id: string
  part: string
  place: number
  words: string
  madeAt: Date
  /** How the paragraph reads now. */
  shown: string
}

/** What readers suggested and nobody has decided, oldest first. */
export async function openSuggestions(db: Db, translationId: string): Promise<OpenSuggestion[]> {
  const rows = await db
    .selectFrom('translationSuggestions as s')
    .innerJoin('translationParts as p', (join) =>
      join.onRef('p.translationId', '=', 's.translationId').onRef('p.part', '=', 's.part'),
    )
    .select(['s.id', 's.part', 's.place', 's.words', 's.madeAt', 'p.words as whole'])
    .where('s.translationId', '=', translationId)
    .where('s.decidedAt', 'is', null)
    .orderBy('s.madeAt')
    .execute()
  return rows.map(({ whole, ...one }) => ({ ...one, shown: paragraphsOf(whole)[one.place] ?? '' }))
}
