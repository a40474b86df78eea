import type { Db } from '#core/db/connect.ts'

export interface Letter {
  words: string
  /** Null when the author wrote it. */
  fromBody: string | null
  writtenAt: Date
}

/** Oldest first. */
export async function lettersOf(db: Db, submissionId: string): Promise<Letter[]> {
  return db
    .selectFrom('letters')
    .leftJoin('bodies', 'bodies.id', 'letters.fromBody')
    .select(['letters.words', 'bodies.name as fromBody', 'letters.writtenAt'])
    .where('letters.submissionId', '=', submissionId)
    .orderBy('letters.writtenAt')
    .orderBy('letters.id')
    .execute()
}
