import type { Db, Tx } from '#core/db/connect.ts'
import type { SaidPart } from '#core/slice/define-slice.ts'
import { titlesIn } from '#ground/translations/translations-of.ts'
import type { Theme } from './themes-of.ts'

/** What people called a theme and say it is about. What the method found is nobody's to translate: it changes with every run. */
export async function partsOf(db: Db | Tx, id: string): Promise<readonly SaidPart[]> {
  const said = await db
    .selectFrom('callThemes')
    .innerJoin('works', 'works.id', 'callThemes.id')
    .select(['works.title', 'callThemes.about'])
    .where('callThemes.id', '=', id)
    .where('callThemes.isNamed', '=', true)
    .where('works.visibility', '=', 'public')
    .executeTakeFirst()
  if (!said?.title) return []
  const about = { part: 'about', words: said.about, format: 'plain' as const }
  return [{ part: 'title', words: said.title, format: 'plain' }, ...(said.about === '' ? [] : [about])]
}

/** Themes with their names in the reader's language, where they were translated: one question for all of them. */
export async function withNamesIn(db: Db, language: string, themes: readonly Theme[]): Promise<Theme[]> {
  const named = themes.filter(({ isNamed }) => isNamed).map(({ id }) => id)
  const titles = await titlesIn(db, language, named)
  return themes.map((theme) => {
    const found = titles.get(theme.id)
    return found ? { ...theme, inLanguage: { name: found.title, language, shownAs: found.shownAs } } : theme
  })
}
