import type { Insertable, RawBuilder } from 'kysely'
import { sha256 } from '../ids/hashes.ts'
import { addDays, isoDate } from '../time/days.ts'
import type { Db, Tables, Tx } from './connect.ts'
import { rowsToInsert, writeTogether } from './insert-rows.ts'
import { codeOf, inTransaction } from './transaction.ts'

export interface Once {
  /** The asker's key (`Idempotency-Key`, or the form's hidden field), at least 128 random bits; null: no retry protection asked. */
  key: string | null
  /** Who asks: a person's id, or "anyone". A key of one asker is unknown to every other. */
  asker: string
  /** What was asked, so that a key used for something else is refused. */
  request: unknown
  now: Date
}

export type DoneOnce<T> =
  | { ok: true; result: T; isRepeat: boolean }
  | { ok: false; why: 'key-used-for-something-else' }

const KEPT_DAYS = 8
const UNIQUE_VIOLATION = '23505'

/**
 * Runs `work` inside `tx` at most once for a key: a repeat, or the slower of two at once, gets the first one's result.
 * The row is in the same transaction as the change, so a crash keeps both or neither. For anonymous hand-ins `asker`
 * must be "anyone": the row then joins a random key with a result, and no person with anything.
 */
export async function doOnce<T extends object>(
  tx: Tx,
  once: Once,
  work: () => Promise<T>,
): Promise<DoneOnce<T>> {
  if (once.key === null) return { ok: true, result: await work(), isRepeat: false }
  const { keyHash, fingerprint } = marksOf(once, once.key)
  // Claims the key first: of two at once the second waits here until the first commits, then finds its result.
  const claimed = await tx
    .insertInto('doneOnce')
    .values({ keyHash, fingerprint, result: '{}', expiresOn: isoDate(addDays(once.now, KEPT_DAYS)) })
    .onConflict((conflict) => conflict.column('keyHash').doNothing())
    .returning('keyHash')
    .executeTakeFirst()
  if (!claimed) return orThrow(await earlierResult<T>(tx, { keyHash, fingerprint }))
  const result = await work()
  await tx
    .updateTable('doneOnce')
    .set({ result: JSON.stringify(result) })
    .where('keyHash', '=', keyHash)
    .execute()
  return { ok: true, result, isRepeat: false }
}

/** What a command that writes all it has in one statement needs of a key: the first result to look up, and the row to write. */
export interface OnceRow {
  keyHash: Buffer
  fingerprint: Buffer
  /** To be written with the change; of two at once the second breaks `done_once_pkey` and then finds the first's result. */
  rowOf(result: object): Insertable<Tables['doneOnce']>
}

export function onceRow(once: Once): OnceRow | null {
  if (once.key === null) return null
  const { keyHash, fingerprint } = marksOf(once, once.key)
  const expiresOn = isoDate(addDays(once.now, KEPT_DAYS))
  return {
    keyHash,
    fingerprint,
    rowOf: (result) => ({ keyHash, fingerprint, result: { ...result }, expiresOn }),
  }
}

/** The keys of a set of changes, to be written with them; a change without one has no protection against a retry. */
export function oncesToKeep(
  changes: readonly { once: OnceRow | null; result: object }[],
): RawBuilder<unknown> | null {
  return rowsToInsert(
    'doneOnce',
    changes.flatMap(({ once, result }) => (once ? [once.rowOf(result)] : [])),
  )
}

interface ToWrite<T> {
  result: T
  inserts: readonly (RawBuilder<unknown> | null)[]
  /** What has to follow in the same transaction; null where the one statement is all. */
  more: ((tx: Tx) => Promise<void>) | null
}

/**
 * `doOnce` for a command that knows its result before it writes: key and change are one statement, and where nothing follows that
 * statement is its own transaction, in one round trip. Of two at once the second waits for the first, breaks the key, and is
 * answered the first's result.
 */
export async function insertOnce<T extends object>(
  db: Db,
  once: Once,
  { result, inserts, more }: ToWrite<T>,
): Promise<DoneOnce<T>> {
  const row = onceRow(once)
  const all = [oncesToKeep([{ once: row, result }]), ...inserts]
  try {
    if (more === null) await writeTogether(db, all)
    else
      await inTransaction(db, async (tx) => {
        await writeTogether(tx, all)
        await more(tx)
      })
    return { ok: true, result, isRepeat: false }
  } catch (error) {
    // Whatever is derived from the key (a follow-up key) is as unique as it, and may be found broken first.
    const earlier = row && codeOf(error) === UNIQUE_VIOLATION ? await earlierResult<T>(db, row) : null
    if (!earlier) throw error
    return earlier
  }
}

function marksOf(once: Once, key: string) {
  return {
    keyHash: sha256(once.asker, '\0', key),
    fingerprint: sha256(JSON.stringify(once.request)),
  }
}

function orThrow<T>(found: T | null): T {
  if (found === null) throw new Error('A key was claimed, and its first result is not there.')
  return found
}

async function earlierResult<T>(
  tx: Db | Tx,
  { keyHash, fingerprint }: { keyHash: Buffer; fingerprint: Buffer },
): Promise<DoneOnce<T> | null> {
  const row = await tx
    .selectFrom('doneOnce')
    .select(['fingerprint', 'result'])
    .where('keyHash', '=', keyHash)
    .executeTakeFirst()
  if (!row) return null
  if (!row.fingerprint.equals(fingerprint)) return { ok: false, why: 'key-used-for-something-else' }
  return { ok: true, result: row.result as T, isRepeat: true }
}

/** Forgets the keys whose time is over: a retry comes within days, and what is not needed is not kept. */
export async function forgetOldKeys(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('doneOnce').where('expiresOn', '<', isoDate(now)).execute()
}
