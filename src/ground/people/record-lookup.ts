import type { Db, Tx } from '#core/db/connect.ts'
import { orderedId } from '#core/ids/ids.ts'

export interface Lookup {
  /** Whose record was read. */
  personId: string
  lookedBy: string
  role: string
  purpose: string
  now: Date
}

/** Writes down that somebody read a person's record, in which role and why; that person sees every row. */
export async function recordLookup(db: Db | Tx, { now, ...lookup }: Lookup): Promise<void> {
  await db
    .insertInto('lookups')
    .values({ id: orderedId(now), ...lookup, lookedAt: now })
    .execute()
}
