import type { Db } from '#core/db/connect.ts'
import { orderedId } from '#core/ids/ids.ts'
import { originalOf, type Subject } from './originals.ts'
import { columnsOf } from './published-text.ts'

export type Begun = { ok: true; id: string } | { ok: false; why: 'nothing-to-translate' | 'same-language' }

/** Begins a translation, or goes on with the one there is: a text has one in each language. */
export async function beginTranslation(
  db: Db,
  { subject, language, by, now }: { subject: Subject; language: string; by: string; now: Date },
): Promise<Begun> {
  const original = await originalOf(db, subject)
  if (!original) return { ok: false, why: 'nothing-to-translate' }
  if (original.language === language) return { ok: false, why: 'same-language' }
  const { textId, entryId } = subject
  const names = columnsOf({ id: textId, sort: original.sort })
  await db
    .insertInto('translations')
    .values({ id: orderedId(now), ...names, entryId, language, begunAt: now, begunBy: by })
    .onConflict((conflict) => conflict.constraint('one_translation_a_language').doNothing())
    .execute()
  const { id } = await db
    .selectFrom('translations')
    .select('id')
    .where('textId', '=', textId)
    .where('entryId', 'is not distinct from', entryId)
    .where('language', '=', language)
    .executeTakeFirstOrThrow()
  return { ok: true, id }
}
