import type { Db, Tx } from '#core/db/connect.ts'
import type { SaidPart } from '#core/slice/define-slice.ts'
import { partHash } from '#ground/translations/segments.ts'
import { type Shown, translationsOf } from '#ground/translations/translations-of.ts'

const PARTS = ['title', 'summary', 'purpose', 'kept', 'seen', 'published', 'objecting'] as const

/** Every sentence of the newest version, as it was written. */
export async function partsOf(db: Db | Tx, id: string): Promise<readonly SaidPart[]> {
  const text = await db
    .selectFrom('noticeTexts')
    .select(PARTS)
    .where('noticeId', '=', id)
    .where('isOriginal', '=', true)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return text ? PARTS.map((part) => ({ part, words: text[part], format: 'plain' as const })) : []
}

interface Said {
  language: string
  title: string
  summary: string
}

/**
 * The same in the reader's language, where volunteers translated exactly these words: of a notice an older translation would promise
 * what no longer holds. What its authors wrote in that language themselves goes before.
 */
export async function noticeInLanguage<T extends Said>(
  db: Db | Tx,
  { id, said, language }: { id: string; said: T; language: string },
): Promise<{ said: T; shown: Shown | null }> {
  if (said.language === language) return { said, shown: null }
  const { matter: shown } = await translationsOf(db, { textId: id, language })
  if (!shown) return { said, shown: null }
  const found = PARTS.flatMap((part) => {
    const original: unknown = Reflect.get(said, part)
    if (typeof original !== 'string') return []
    const translated = shown.parts.get(part)
    return [translated?.originalHash.equals(partHash(original)) ? { [part]: translated.words } : null]
  })
  if (found.includes(null)) return { said, shown: null }
  return { said: Object.assign({}, said, ...found, { language }), shown }
}
