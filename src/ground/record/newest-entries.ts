import type { Db } from '#core/db/connect.ts'

/** An entry as the record's own page lists it: what sort, when, of which matter. */
export interface RecordEntry {
  leafIndex: number
  kind: string
  at: Date
  number: number | null
  title: string | null
  language: string | null
}

/** The newest entries with a place in the record, newest first. */
export async function newestEntries(db: Db, most: number): Promise<RecordEntry[]> {
  return db
    .selectFrom('recordLeaves')
    .innerJoin('entries', 'entries.id', 'recordLeaves.entryId')
    .leftJoin('matters', (join) =>
      join.onRef('matters.id', '=', 'entries.matterId').on('matters.visibility', '=', 'public'),
    )
    .select([
      'recordLeaves.leafIndex',
      'entries.kind',
      'entries.at',
      'matters.number',
      'matters.title',
      'matters.language',
    ])
    .orderBy('recordLeaves.leafIndex', 'desc')
    .limit(most)
    .execute()
}
