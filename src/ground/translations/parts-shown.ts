import type { Db } from '#core/db/connect.ts'
import { paragraphsOf } from './segments.ts'

/** What readers read of a translation: the paragraphs of each part. */
export async function partsShown(db: Db, translationId: string): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db
    .selectFrom('translationParts')
    .select(['part', 'words'])
    .where('translationId', '=', translationId)
    .execute()
  return new Map(rows.map(({ part, words }) => [part, paragraphsOf(words)]))
}
