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
