import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { keyChange } from '#methods/merkle/key-change.ts'
import { type Signer, signerFromSeed, vkeyText } from '#methods/merkle/note-keys.ts'
import { appendEntry } from './append-entry.ts'
import { keepRecordKey, signerOf, useOutsideSeed } from './record-key.ts'
import { lockSequencer, sequenceEntries } from './sequence-entries.ts'

export interface Rotation {
  /** Puts the new secret half in a safe place outside the database; without it the database keeps it. */
  keepOutside?: (seed: Uint8Array) => Promise<void>
  now: Date
}

/**
 * Changes the record's key: a new one is made, the old one vouches for it in an entry, and the new one signs from the first
 * checkpoint that covers that entry (docs/formats/checkpoint.md). The old secret is forgotten where it stood in the
 * database. Answers both verifier keys. Safe beside running processes, unless the key stands in their RECORD_KEY.
 */
export async function rotateRecordKey(
  db: Db,
  { keepOutside, now }: Rotation,
): Promise<{ oldKey: string; newKey: string }> {
  const seed = randomBytes(32)
  await keepOutside?.(seed)
  const { old, fresh, entryId } = await inTransaction(db, async (tx) => {
    await lockSequencer(tx)
    const old = await newestKey(tx)
    const fresh = signerFromSeed(old.name, seed)
    const entry = await appendEntry(tx, { kind: 'record.key-changed', at: now, key: keyChange(old, fresh) })
    await keepRecordKey(tx, { signer: fresh, isOutside: keepOutside !== undefined, now, entryId: entry.id })
    return { old, fresh, entryId: entry.id }
  })
  useOutsideSeed(old.seed, seed)
  while (!(await isPlaced(db, entryId))) await sequenceEntries(db, now)
  await forgetOldSecrets(db, entryId)
  return { oldKey: vkeyText(old), newKey: vkeyText(fresh) }
}

/** The last one made, whether or not its entry has a place by now: a second change at once follows the first. */
async function newestKey(tx: Tx): Promise<Signer> {
  const row = await tx
    .selectFrom('recordKeys')
    .leftJoin('unsequenced', 'unsequenced.entryId', 'recordKeys.entryId')
    .leftJoin('recordLeaves', 'recordLeaves.entryId', 'recordKeys.entryId')
    .select(['name', 'privateKey', 'publicKey'])
    .orderBy('arrival', (order) => order.desc().nullsLast())
    .orderBy('leafIndex', (order) => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirstOrThrow()
  return signerOf(row)
}

async function isPlaced(db: Db, entryId: string): Promise<boolean> {
  const row = await db
    .selectFrom('recordLeaves')
    .select('leafIndex')
    .where('entryId', '=', entryId)
    .executeTakeFirst()
  return row !== undefined
}

/** Of all keys brought in before that entry; the entry has its place, so none of them signs again. */
async function forgetOldSecrets(db: Db, entryId: string): Promise<void> {
  await db
    .updateTable('recordKeys')
    .set({ privateKey: null })
    .where(sql<boolean>`entry_id is null or entry_id in (
      select old.entry_id from record_leaves as old
      where old.leaf_index < (select leaf_index from record_leaves where entry_id = ${entryId}))`)
    .execute()
}
