import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { keyedHash } from '#core/ids/hashes.ts'

const MOST_TRIES = 10
const WINDOW_MS = 15 * 60_000
const MINUTE_MS = 60_000

export interface Try {
  number: string
  /** The house's secret. */
  secret: Uint8Array
  now: Date
}

/**
 * Counts a try of a follow-up key on a number before it is looked at, for all processes together: ten in a quarter of an hour,
 * then a wait. Answers the seconds to wait; 0 when this try is one of the ten. What is kept says neither who tried nor
 * plainly what, and goes within minutes; 80 random bits are out of reach of guessing with or without it.
 */
export async function countTry(db: Db, { number, secret, now }: Try): Promise<number> {
  const bucket = bucketOf(secret, number)
  const minute = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS)
  const isOver = sql<boolean>`key_tries.since <= ${new Date(now.getTime() - WINDOW_MS)}`
  const { tries, since } = await db
    .insertInto('keyTries')
    .values({ bucket, tries: 1, since: minute })
    .onConflict((conflict) =>
      conflict.column('bucket').doUpdateSet({
        tries: sql<number>`case when ${isOver} then 1 else key_tries.tries + 1 end`,
        since: sql<Date>`case when ${isOver} then excluded.since else key_tries.since end`,
      }),
    )
    .returning(['tries', 'since'])
    .executeTakeFirstOrThrow()
  return tries <= MOST_TRIES
    ? 0
    : Math.max(1, Math.ceil((since.getTime() + WINDOW_MS - now.getTime()) / 1000))
}

/** The key was right: its try is not counted. */
export async function takeBackTry(db: Db, { number, secret }: Try): Promise<void> {
  await db
    .updateTable('keyTries')
    .set((eb) => ({ tries: eb('tries', '-', 1) }))
    .where('bucket', '=', bucketOf(secret, number))
    .where('tries', '>', 0)
    .execute()
}

/** What is over is not kept. */
export async function forgetOldTries(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('keyTries')
    .where('since', '<=', new Date(now.getTime() - WINDOW_MS))
    .execute()
}

function bucketOf(secret: Uint8Array, number: string): Buffer {
  return keyedHash(secret, 'tries of a follow-up key', number)
}
