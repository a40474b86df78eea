import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'

export interface Attached {
  id: string
  place: number
  mediaType: string
  size: number
}

/** The files of a matter, in the order they were chosen. */
export function attachmentsOf(db: Db, matterId: string): Promise<Attached[]> {
  return db
    .selectFrom('attachments')
    .select(['id', 'place', 'mediaType', sql<number>`octet_length(bytes)`.as('size')])
    .where('matterId', '=', matterId)
    .orderBy('place')
    .execute()
}
