import type { Db } from '#core/db/connect.ts'

/** A story in Urdu that is shown in English, and a translation that waits to be read. */
export interface Translated {
  number: number
  id: string
  offered: string
}

export async function translatedOf(db: Db): Promise<Translated> {
  const translations = db
    .selectFrom('translations')
    .innerJoin('matters', 'matters.id', 'translations.matterId')
    .select(['translations.id', 'matters.number'])
    .where('translations.entryId', 'is', null)
    .where('translations.language', '=', 'en')
  const shown = await translations
    .where('matters.language', '=', 'ur')
    .where('translations.shownAt', 'is not', null)
    .executeTakeFirstOrThrow()
  const waiting = await translations.where('translations.shownAt', 'is', null).executeTakeFirstOrThrow()
  return { ...shown, offered: waiting.id }
}
