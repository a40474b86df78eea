import type { Db, Tx } from '#core/db/connect.ts'
import type { SaidPart } from '#core/slice/define-slice.ts'
import { kindNamed } from '#ground/matters/kinds.ts'
import { type PublishedText, publishedById } from './published-text.ts'

/** What is to be translated: a published text, or the reason in one of the entries of a matter or a work. */
export interface Subject {
  textId: string
  /** Null: title and words of the text itself. */
  entryId: string | null
}

export interface Original extends Subject {
  sort: PublishedText['sort']
  number: number | null
  slug: string | null
  kind: string
  language: string
  /** The body whose reason it is. */
  bodyName: string | null
  parts: readonly SaidPart[]
}

/** The original as everybody may read it now; null while they may not, and once it was erased. */
export async function originalOf(db: Db | Tx, subject: Subject): Promise<Original | null> {
  const text = await publishedById(db, subject.textId)
  if (!text) return null
  if (subject.entryId !== null) return reasonOf(db, text, subject.entryId)
  const parts = await partsOf(db, text)
  return parts.length === 0 ? null : { ...originalIn(text), ...subject, bodyName: null, parts }
}

/** What a text says of itself, part by part. */
export async function partsOf(db: Db | Tx, { kind, id }: PublishedText): Promise<readonly SaidPart[]> {
  return (await kindNamed(kind)?.partsOf?.(db, id)) ?? []
}

function originalIn({ sort, number, slug, kind, language }: PublishedText) {
  return { sort, number, slug, kind, language }
}

async function reasonOf(db: Db | Tx, text: PublishedText, entryId: string): Promise<Original | null> {
  const entry = await db
    .selectFrom('entries')
    .innerJoin('sealed', (join) =>
      join.onRef('sealed.entryId', '=', 'entries.id').on('sealed.part', '=', 'public'),
    )
    .leftJoin('bodies', 'bodies.id', 'entries.bodyId')
    .select(['sealed.content', 'bodies.name as bodyName'])
    .where('entries.id', '=', entryId)
    .where(text.sort === 'work' ? 'entries.workId' : 'entries.matterId', '=', text.id)
    .executeTakeFirst()
  const said = reasonIn(entry?.content ?? null)
  if (!said) return null
  const parts = [{ part: 'reason', words: said.reason, format: 'plain' as const }]
  const { language } = said
  return { ...originalIn(text), textId: text.id, entryId, language, bodyName: entry?.bodyName ?? null, parts }
}

/** The reason and its language, as the words of an entry say them. */
export function reasonIn(content: string | null): { reason: string; language: string } | null {
  if (content === null) return null
  const { reason, language } = JSON.parse(content) as Record<string, unknown>
  if (typeof reason !== 'string' || reason.trim() === '' || typeof language !== 'string') return null
  return { reason, language }
}
