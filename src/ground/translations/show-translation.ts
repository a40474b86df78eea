import type { Tx } from '#core/db/connect.ts'
import { announceChange } from '#core/live/announce.ts'
import { kindNamed } from '#ground/matters/kinds.ts'
import type { Translation } from './find-translation.ts'
import type { Original } from './originals.ts'
import { joined, partHash } from './segments.ts'

interface Showing {
  translation: Pick<Translation, 'id' | 'original'>
  /** All its paragraphs, in order. */
  work: readonly { part: string; written: string }[]
  as: 'machine' | 'reviewed'
  now: Date
}

/** From now on readers of its language read it, and find the matter by its words. */
export async function showTranslation(tx: Tx, { translation, work, as, now }: Showing): Promise<void> {
  const { id, original } = translation
  const rows = original.parts.map(({ part, words }) => ({
    translationId: id,
    part,
    words: joined(work.filter((one) => one.part === part).map(({ written }) => written)),
    originalHash: partHash(words),
  }))
  await tx.deleteFrom('translationParts').where('translationId', '=', id).execute()
  await tx.insertInto('translationParts').values(rows).execute()
  await tx.updateTable('translations').set({ shownAt: now, shownAs: as }).where('id', '=', id).execute()
  await tellReaders(tx, original)
}

/** The search and the open pages hear of what is shown. */
export async function tellReaders(
  tx: Tx,
  { textId, entryId, kind, number }: Pick<Original, 'textId' | 'entryId' | 'kind' | 'number'>,
): Promise<void> {
  if (entryId === null) await findByEveryLanguage(tx, { textId, kind })
  if (number !== null) await announceChange(tx, `story:${number}`)
}

async function findByEveryLanguage(
  tx: Tx,
  { textId, kind }: { textId: string; kind: string },
): Promise<void> {
  const shown = await tx
    .selectFrom('translations')
    .innerJoin('translationParts', 'translationParts.translationId', 'translations.id')
    .select('translationParts.words')
    .where('translations.textId', '=', textId)
    .where('translations.entryId', 'is', null)
    .where('translations.shownAt', 'is not', null)
    .execute()
  await kindNamed(kind)?.findAlsoBy?.(tx, textId, shown.map(({ words }) => words).join('\n'))
}
