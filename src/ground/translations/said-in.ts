import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { partHash } from './segments.ts'

/** Words in the reader's language that stand for somebody else's. */
export interface SaidElsewhere {
  id: string
  language: string
  shownAs: 'machine' | 'reviewed'
  words: string
  /** The language of the text it is in; a reason has its own. */
  from: string
}

/** What a text of this public number says with these words, in the language asked for; null where nobody translated just these. */
export type SaidIn = (number: number, words: string) => SaidElsewhere | null

interface Row extends SaidElsewhere {
  number: number
  originalHash: string
}

/**
 * Everything that matters and works say, reasons of bodies too, in one language: found by the very words that were translated. What
 * keeps a copy of words, as a published result does, so never shows a translation of others.
 */
export async function saidIn(db: Db, language: string, numbers: readonly number[]): Promise<SaidIn> {
  if (numbers.length === 0) return () => null
  const { rows } = await sql<Row>`
    select text.number, t.id, t.language, t.shown_as, p.words, text.language as "from", encode(p.original_hash, 'hex') as original_hash
    from published_texts text
    join translations t on t.text_id = text.id and t.language = ${language} and t.shown_at is not null
    join translation_parts p on p.translation_id = t.id
    where text.number = any(${numbers})`.execute(db)
  const known = new Map(rows.map((row) => [`${row.number} ${row.originalHash}`, row]))
  return (number, words) => known.get(`${number} ${partHash(words).toString('hex')}`) ?? null
}

/** Changes whenever `saidIn` would say otherwise for these texts: for what keeps a page made of it. Ids of texts are a subquery. */
export function saidMark(textIds: RawBuilder<unknown>, language: string): RawBuilder<string> {
  return sql<string>`(
    select coalesce(bit_xor(hashtextextended(p.words || t.shown_as || t.id, 0)), 0)
    from translations t
    join translation_parts p on p.translation_id = t.id
    where t.text_id in (${textIds}) and t.language = ${language} and t.shown_at is not null
  )`
}
