import type { Db, Tx } from '#core/db/connect.ts'
import type { SaidPart } from '#core/slice/define-slice.ts'
import { kindNamed } from '#ground/matters/kinds.ts'

/** What is to be translated: the words of a matter, or the reason in one of its entries. */
export interface Subject {
  matterId: string
  /** Null: title and words of the matter itself. */
  entryId: string | null
}

export interface Original extends Subject {
  number: number
  kind: string
  language: string
  /** The body whose reason it is. */
  bodyName: string | null
  parts: readonly SaidPart[]
}

/** The original as everybody may read it now; null while they may not, and once it was erased. */
export async function originalOf(db: Db | Tx, subject: Subject): Promise<Original | null> {
  const matter = await db
    .selectFrom('matters')
    .select(['number', 'kind', 'language'])
    .where('id', '=', subject.matterId)
    .where('visibility', '=', 'public')
    .executeTakeFirst()
  if (!matter) return null
  if (subject.entryId !== null) return reasonOf(db, { ...subject, entryId: subject.entryId }, matter)
  const parts = (await kindNamed(matter.kind)?.partsOf?.(db, subject.matterId)) ?? []
  return parts.length === 0 ? null : { ...subject, ...matter, bodyName: null, parts }
}

async function reasonOf(
  db: Db | Tx,
  { matterId, entryId }: { matterId: string; entryId: string },
  matter: { number: number; kind: string; language: string },
): Promise<Original | null> {
  const entry = await db
    .selectFrom('entries')
    .innerJoin('sealed', (join) =>
      join.onRef('sealed.entryId', '=', 'entries.id').on('sealed.part', '=', 'public'),
    )
    .leftJoin('bodies', 'bodies.id', 'entries.bodyId')
    .select(['sealed.content', 'bodies.name as bodyName'])
    .where('entries.id', '=', entryId)
    .where('entries.matterId', '=', matterId)
    .executeTakeFirst()
  const said = reasonIn(entry?.content ?? null)
  if (!said) return null
  const parts = [{ part: 'reason', words: said.reason, format: 'plain' as const }]
  return { ...matter, matterId, entryId, language: said.language, bodyName: entry?.bodyName ?? null, parts }
}

/** The reason and its language, as the words of an entry say them. */
export function reasonIn(content: string | null): { reason: string; language: string } | null {
  if (content === null) return null
  const { reason, language } = JSON.parse(content) as Record<string, unknown>
  if (typeof reason !== 'string' || reason.trim() === '' || typeof language !== 'string') return null
  return { reason, language }
}
