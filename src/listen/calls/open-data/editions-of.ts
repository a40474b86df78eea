import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'

export interface EditionInList {
  number: number
  publishedAt: Date
  rows: number
  sha256: string
  /** The entry of the record that holds the hash. */
  entryId: string
  changes: Record<string, number>
}

/** The entry of an edition, so that whoever has the package can check the hash against the record without asking us. */
export interface EntryOfEdition {
  leaf: unknown
  leaf_index: number | null
  salt: string
  content: unknown
}

export async function entryOfEdition(
  db: Db,
  callId: string,
  edition: number,
): Promise<EntryOfEdition | null> {
  const { rows } = await sql<{ leaf: string; leafIndex: number | null; salt: string; content: string }>`
    select entries.leaf, record_leaves.leaf_index as "leafIndex", encode(sealed.salt, 'hex') as salt, sealed.content
    from result_editions
    join entries on entries.id = result_editions.entry_id
    left join record_leaves on record_leaves.entry_id = entries.id
    join sealed on sealed.entry_id = entries.id and sealed.part = 'public'
    where result_editions.call_id = ${callId} and result_editions.edition = ${edition}`.execute(db)
  const [row] = rows
  if (!row) return null
  const { leaf, leafIndex, salt, content } = row
  return { leaf: JSON.parse(leaf), leaf_index: leafIndex, salt, content: JSON.parse(content) }
}

/** Every edition of a call's data, the latest first. */
export async function editionsOf(db: Db, callId: string): Promise<EditionInList[]> {
  const { rows } = await sql<EditionInList>`
    select
      edition as number, published_at as "publishedAt", dataset_rows as rows, encode(dataset_sha256, 'hex') as sha256,
      entry_id as "entryId", changes
    from result_editions
    where call_id = ${callId}
    order by edition desc`.execute(db)
  return rows
}
