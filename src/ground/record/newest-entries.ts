import { sql } from 'kysely'
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

/** Leaves looked through for lines to show. */
const LOOKED_AT = 5_000

/** The newest entries with a place in the record, newest first. */
export async function newestEntries(db: Db, most: number): Promise<RecordEntry[]> {
  return (
    db
      .selectFrom('recordLeaves')
      .innerJoin('entries', 'entries.id', 'recordLeaves.entryId')
      .leftJoin('matters', 'matters.id', 'entries.matterId')
      .select([
        'recordLeaves.leafIndex',
        'entries.kind',
        'entries.at',
        'matters.number',
        // A matter whose words are held or removed has its number and its story; its title is among the words.
        sql<string | null>`case when matters.visibility = 'public' then matters.title end`.as('title'),
        'matters.language',
      ])
      // Answers to a call come by the thousand: they are in the record, and not each in its newest lines.
      .where('entries.kind', '<>', 'answer.handed-in')
      .where(
        'recordLeaves.leafIndex',
        '>',
        sql<number>`(select coalesce(max(leaf_index), 0) from record_leaves) - ${LOOKED_AT}`,
      )
      .orderBy('recordLeaves.leafIndex', 'desc')
      .limit(most)
      .execute()
  )
}
