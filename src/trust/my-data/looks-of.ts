import type { Db } from '#core/db/connect.ts'

/** Somebody read a person's record. */
export interface Look {
  id: string
  /** Null when their account is erased since. */
  by: string | null
  isOwn: boolean
  role: string
  purpose: string
  at: Date
}

/** Who looked at a person's data, the newest first; at most `most` of them. */
export async function looksOf(db: Db, personId: string, most: number): Promise<Look[]> {
  const rows = await db
    .selectFrom('lookups')
    .leftJoin('people', 'people.id', 'lookups.lookedBy')
    .select([
      'lookups.id',
      'people.name as by',
      'lookups.lookedBy',
      'lookups.role',
      'lookups.purpose',
      'lookups.lookedAt as at',
    ])
    .where('lookups.personId', '=', personId)
    .orderBy('lookups.lookedAt', 'desc')
    .orderBy('lookups.id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ lookedBy, ...look }) => ({ ...look, isOwn: lookedBy === personId }))
}

export async function countLooks(db: Db, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('lookups')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow()
  return Number(count)
}
