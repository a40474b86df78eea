import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { partsOf } from './originals.ts'
import { findPublished, type PublishedText, type TextName } from './published-text.ts'

/** A text with everything of it that is shown in some other language. */
export interface TextInLanguages extends PublishedText {
  shown: readonly ShownIn[]
  /** What of it can be translated: `title`, `question.3`. */
  parts: readonly string[]
  /** Reasons that bodies gave, which may be translated too. */
  reasons: readonly { entryId: string; bodyName: string; language: string }[]
}

export interface ShownIn {
  id: string
  entryId: string | null
  bodyName: string | null
  language: string
  shownAs: 'machine' | 'reviewed'
  parts: readonly { part: string; words: string }[]
}

export async function textInLanguages(db: Db, name: TextName): Promise<TextInLanguages | null> {
  const text = await findPublished(db, name)
  if (!text) return null
  const [shown, parts, reasons] = await Promise.all([
    shownOf(db, text),
    partsOf(db, text),
    reasonsOf(db, text),
  ])
  return { ...text, shown, parts: parts.map(({ part }) => part), reasons }
}

async function shownOf(db: Db, { id, language }: { id: string; language: string }): Promise<ShownIn[]> {
  const { rows } = await sql<ShownIn>`
    select t.id, t.entry_id, bodies.name as body_name, t.language, t.shown_as,
      json_agg(json_build_object('part', p.part, 'words', p.words) order by p.part <> 'title', p.part) as parts
    from translations t
    join translation_parts p on p.translation_id = t.id
    left join entries on entries.id = t.entry_id
    left join bodies on bodies.id = entries.body_id
    where t.text_id = ${id} and t.shown_at is not null and (t.entry_id is not null or t.language <> ${language})
    group by t.id, bodies.name
    order by t.entry_id is not null, t.language, t.shown_at`.execute(db)
  return rows
}

async function reasonsOf(db: Db, { id, sort }: PublishedText): Promise<TextInLanguages['reasons'][number][]> {
  const { rows } = await sql<TextInLanguages['reasons'][number]>`
    select entries.id as entry_id, bodies.name as body_name, sealed.content::json ->> 'language' as language
    from entries
    join bodies on bodies.id = entries.body_id
    join sealed on sealed.entry_id = entries.id and sealed.part = 'public'
    where ${sql.ref(sort === 'work' ? 'entries.work_id' : 'entries.matter_id')} = ${id}
      and sealed.content::json ->> 'reason' <> '' and sealed.content::json ->> 'language' is not null
    order by entries.at desc
    limit 20`.execute(db)
  return rows
}
