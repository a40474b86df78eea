import type { Db, Tx } from '#core/db/connect.ts'
import type { SaidPart } from '#core/slice/define-slice.ts'
import { type Shown, titlesIn } from '#ground/translations/translations-of.ts'
import type { Gathering } from './find-gathering.ts'

/** Title and what it is about, for whoever translates it. Where and whom to ask stay as they are. */
export async function partsOf(db: Db | Tx, id: string): Promise<readonly SaidPart[]> {
  const said = await db
    .selectFrom('gatherings')
    .innerJoin('works', 'works.id', 'gatherings.id')
    .select(['works.title', 'gatherings.about'])
    .where('gatherings.id', '=', id)
    .where('works.visibility', '=', 'public')
    .executeTakeFirst()
  if (!said?.title) return []
  const about = { part: 'about', words: said.about, format: 'light' as const }
  return [{ part: 'title', words: said.title, format: 'plain' }, ...(said.about === '' ? [] : [about])]
}

/** A gathering as a reader of another language reads it. */
export interface ReadGathering extends Gathering {
  /** What it was written in, where these are words of a translation. */
  translatedFrom?: { language: string; shownAs: string }
  /** Further times to come, in a list that shows one of each series. */
  moreTimes?: number
}

export function inLanguage(gathering: Gathering, shown: Shown | null): ReadGathering {
  if (!shown) return gathering
  const { language, shownAs, parts } = shown
  return {
    ...gathering,
    title: parts.get('title')?.words || gathering.title,
    about: parts.get('about')?.words || gathering.about,
    language,
    translatedFrom: { language: gathering.language, shownAs },
  }
}

/** A whole list with titles in the reader's language where there are some: one question more. */
export async function withTitlesIn(
  db: Db,
  language: string,
  gatherings: readonly ReadGathering[],
): Promise<ReadGathering[]> {
  const ids = gatherings.map(({ id }) => id)
  const titles = await titlesIn(db, language, ids)
  return gatherings.map((gathering) => {
    const found = titles.get(gathering.id)
    if (!found) return gathering
    const translatedFrom = { language: gathering.language, shownAs: found.shownAs }
    return { ...gathering, title: found.title, language, translatedFrom }
  })
}
