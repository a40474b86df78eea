import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { isSameSecret, keyedHash } from '#core/ids/hashes.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import type { House } from '#core/slice/house.ts'
import { m } from './messages.ts'

export interface Asking {
  matter: { id: string; number: number; title: string }
  address: string
  language: string
  now: Date
  t: Translate
  house: House
}

/** Letters to confirm that one address gets while it answers none, so that nobody can flood another's box. */
const MOST_UNANSWERED = 5

/** Writes the address down unconfirmed, and a letter that asks whether its reader wants it. */
export async function askToFollow(
  db: Db,
  { matter, address, language, now, t, house }: Asking,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const unanswered = await tx
      .selectFrom('followings')
      .select('id')
      .where('address', '=', address)
      .where('confirmedAt', 'is', null)
      .limit(MOST_UNANSWERED)
      .execute()
    if (unanswered.length === MOST_UNANSWERED) return
    const asked = await tx
      .insertInto('followings')
      .values({
        id: unorderedId(),
        matterId: matter.id,
        address,
        language,
        askedAt: now,
        toldIndex: newestIndex,
      })
      .onConflict((conflict) => conflict.columns(['matterId', 'address']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!asked) return
    const url = `${house.baseUrl}/following/${tokenOf(asked.id, house.secret)}`
    const { number, title } = matter
    const subject = t(m.confirmSubject, { number })
    await writeLetter(tx, { to: address, subject, text: t(m.confirmText, { number, title, url }) }, now)
  })
}

/** What was in the record before one follows is told to nobody. */
const newestIndex = sql<number>`(select coalesce(max(leaf_index), -1) from record_leaves)`

export interface Followed {
  id: string
  number: number
  kind: string
  confirmedAt: Date | null
}

/** The secret part of a letter's links: made from the house's secret, so that it stands in no table. */
export function tokenOf(id: string, secret: Uint8Array): string {
  return `${id}.${keyedHash(secret, 'following', id).toString('base64url')}`
}

export async function followingOf(db: Db, token: string, secret: Uint8Array): Promise<Followed | null> {
  const [id = '', proof = ''] = token.split('.')
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  if (!isSameSecret(Buffer.from(proof, 'base64url'), keyedHash(secret, 'following', id))) return null
  const row = await db
    .selectFrom('followings')
    .innerJoin('matters', 'matters.id', 'followings.matterId')
    .select(['followings.id', 'matters.number', 'matters.kind', 'followings.confirmedAt'])
    .where('followings.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export async function confirm(db: Db, id: string, now: Date): Promise<void> {
  await db
    .updateTable('followings')
    .set({ confirmedAt: now, toldIndex: newestIndex })
    .where('id', '=', id)
    .where('confirmedAt', 'is', null)
    .execute()
}

/** Nothing of a following stays behind its end. */
export async function end(db: Db, id: string): Promise<void> {
  await db.deleteFrom('followings').where('id', '=', id).execute()
}
