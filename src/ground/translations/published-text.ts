import type { Db, Tx } from '#core/db/connect.ts'
import { kindNamed, pathTo } from '#ground/matters/kinds.ts'

/** Something everybody may read: a matter or a work with its number, a notice with the name in its address. */
export interface PublishedText {
  id: string
  sort: 'matter' | 'work' | 'notice'
  number: number | null
  slug: string | null
  kind: string
  title: string | null
  language: string
}

/** How an address or a form names a text. */
export type TextName = { number: number } | { notice: string }

const COLUMNS = ['id', 'sort', 'number', 'slug', 'kind', 'title', 'language'] as const

/** The text of a public number or of a notice's name; null while not everybody may read it. */
export async function findPublished(db: Db | Tx, name: TextName): Promise<PublishedText | null> {
  const found = await db
    .selectFrom('publishedTexts')
    .select(COLUMNS)
    .$if('number' in name, (query) => query.where('number', '=', 'number' in name ? name.number : 0))
    .$if('notice' in name, (query) => query.where('slug', '=', 'notice' in name ? name.notice : ''))
    .$narrowType<PublishedText>()
    .executeTakeFirst()
  return found ?? null
}

export async function publishedById(db: Db | Tx, id: string): Promise<PublishedText | null> {
  const found = await db
    .selectFrom('publishedTexts')
    .select(COLUMNS)
    .where('id', '=', id)
    .$narrowType<PublishedText>()
    .executeTakeFirst()
  return found ?? null
}

/** The column that names it, of the three that a row about a text has. */
export function columnsOf({ id, sort }: Pick<PublishedText, 'id' | 'sort'>) {
  return {
    matterId: sort === 'matter' ? id : null,
    workId: sort === 'work' ? id : null,
    noticeId: sort === 'notice' ? id : null,
  }
}

type Named = Pick<PublishedText, 'kind' | 'number' | 'slug'>

/** Where it is read. */
export function pathToText({ kind, number, slug }: Named): string {
  if (number !== null) return pathTo({ kind, number })
  return kindNamed(kind)?.pathByName?.(slug ?? '') ?? '/'
}

/** Its number, or the name in its address. */
export function nameOfText({ number, slug }: Pick<PublishedText, 'number' | 'slug'>): string {
  return String(number ?? slug ?? '')
}

/** Where its other languages stand. */
export function languagesOfText({ number, slug }: Pick<PublishedText, 'number' | 'slug'>): string {
  return number === null ? `/translations/of/notices/${slug}` : `/translations/of/${number}`
}

/** What a form sends to name it. */
export function fieldsNaming({
  number,
  slug,
}: Pick<PublishedText, 'number' | 'slug'>): Record<string, string> {
  return number === null ? { notice: slug ?? '' } : { number: String(number) }
}
