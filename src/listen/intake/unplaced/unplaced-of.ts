import type { Db } from '#core/db/connect.ts'

const MOST = 100

export interface Unplaced {
  id: string
  route: string
  language: string
  words: string
  hasAddress: boolean
  receivedAt: Date
}

/** What waits at a call for a person, the oldest first. */
export async function unplacedOf(db: Db, callId: string): Promise<Unplaced[]> {
  const rows = await db
    .selectFrom('wordsUnplaced')
    .select(['id', 'route', 'language', 'words', 'replyTo', 'receivedAt'])
    .where('callId', '=', callId)
    .where('settledAt', 'is', null)
    .orderBy('receivedAt')
    .limit(MOST)
    .execute()
  return rows.map(({ replyTo, words, ...row }) => ({
    ...row,
    words: words ?? '',
    hasAddress: replyTo !== null,
  }))
}
