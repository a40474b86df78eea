import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'

/** A translation as readers read it. */
export interface Shown {
  id: string
  language: string
  /** Drafted by a machine, or written by a volunteer and read by another. */
  shownAs: 'machine' | 'reviewed'
  parts: ReadonlyMap<string, { words: string; originalHash: Buffer }>
}

export interface Translated {
  /** Of the title and words, in the language asked for. */
  matter: Shown | null
  /** Of reasons, by their entry. */
  reasons: ReadonlyMap<string, Shown>
  /** Every language the title and words are shown in beside their own. */
  languages: readonly string[]
}

export const NOT_TRANSLATED: Translated = { matter: null, reasons: new Map(), languages: [] }

interface Row {
  id: string
  entryId: string | null
  language: string
  shownAs: 'machine' | 'reviewed'
  part: string
  /** Null in other languages than the one asked for. */
  words: string | null
  originalHash: string
}

/** Whatever of a text is shown in other languages, with its words in this one: JSON, as a part of a larger question. */
export function translationsIn(
  textId: RawBuilder<unknown>,
  language: string | RawBuilder<string>,
): RawBuilder<string> {
  return sql<string>`(
    select coalesce(json_agg(json_build_object(
      'id', t.id, 'entryId', t.entry_id, 'language', t.language, 'shownAs', t.shown_as, 'part', p.part,
      'words', case when t.language = ${language} then p.words end, 'originalHash', encode(p.original_hash, 'hex')
    )), '[]')::text
    from translations t
    join translation_parts p on p.translation_id = t.id
    where t.text_id = ${textId} and t.shown_at is not null
  )`
}

interface Asked {
  language: string
  /** Nothing is shown while its words are held, and nothing in their own language. */
  matter: { language: string; visibility: string }
}

export function translatedFrom(text: string, { language, matter }: Asked): Translated {
  if (text === '[]' || matter.visibility !== 'public') return NOT_TRANSLATED
  const rows = JSON.parse(text) as readonly Row[]
  const ofMatter = rows.filter((row) => row.entryId === null && row.language !== matter.language)
  const asked = rows.filter((row) => row.language === language)
  const entries = new Set(asked.flatMap(({ entryId }) => (entryId === null ? [] : [entryId])))
  const reasons = [...entries].flatMap((id) => {
    const shown = shownFrom(asked.filter(({ entryId }) => entryId === id))
    return shown ? [[id, shown] as const] : []
  })
  return {
    matter: shownFrom(ofMatter.filter((row) => row.language === language)),
    reasons: new Map(reasons),
    languages: [...new Set(ofMatter.map((row) => row.language))].toSorted(),
  }
}

/** The same for one text by itself. */
export async function translationsOf(
  db: Db | Tx,
  { textId, language }: { textId: string; language: string },
): Promise<Translated> {
  const row = await db
    .selectFrom('publishedTexts as text')
    .select(['text.language', translationsIn(sql.ref('text.id'), language).as('translations')])
    .where('text.id', '=', textId)
    .$narrowType<{ language: string }>()
    .executeTakeFirst()
  if (!row) return NOT_TRANSLATED
  return translatedFrom(row.translations, { language, matter: { ...row, visibility: 'public' } })
}

function shownFrom(rows: readonly Row[]): Shown | null {
  const [first] = rows
  if (!first) return null
  const { id, language, shownAs } = first
  const parts = new Map(
    rows.map(({ part, words, originalHash }) => [
      part,
      { words: words ?? '', originalHash: Buffer.from(originalHash, 'hex') },
    ]),
  )
  return { id, language, shownAs, parts }
}

export interface TranslatedTitle {
  title: string
  shownAs: string
}

/** Titles of many texts in one language, by their ids: one question for a whole list. */
export async function titlesIn(
  db: Db,
  language: string,
  textIds: readonly string[],
): Promise<ReadonlyMap<string, TranslatedTitle>> {
  if (textIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('translations')
    .innerJoin('translationParts', 'translationParts.translationId', 'translations.id')
    .innerJoin('publishedTexts as text', 'text.id', 'translations.textId')
    .select(['translations.textId', 'translations.shownAs', 'translationParts.words as title'])
    .where('translations.textId', 'in', textIds)
    .where('translations.language', '=', language)
    .where('translations.entryId', 'is', null)
    .where('translations.shownAt', 'is not', null)
    .where('translationParts.part', '=', 'title')
    .whereRef('text.language', '<>', 'translations.language')
    .execute()
  return new Map(rows.map(({ textId, title, shownAs }) => [textId, { title, shownAs: shownAs ?? '' }]))
}

/** Rows of a list, each with its title in this language where there is one: one question more for the whole list. */
export async function withTitles<Row extends { id: string }>(
  db: Db,
  language: string,
  rows: readonly Row[],
): Promise<(Row & { translated?: TranslatedTitle })[]> {
  const titles = await titlesIn(
    db,
    language,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, translated: titles.get(row.id) }))
}
