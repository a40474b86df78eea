import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import { emptyRoot } from '#methods/merkle/hashing.ts'
import { signerFromSeed } from '#methods/merkle/note-keys.ts'
import { appendEntry } from './append-entry.ts'
import { activeKey, keepRecordKey, signerOf } from './record-key.ts'
import { lockSequencer, recordSize } from './sequence-entries.ts'

export interface Epoch {
  /** 2 for the first restore, and higher than any that was opened before. */
  number: number
  now: Date
  /** When the old key is lost: a new one, for which nothing vouches. */
  newSeed?: Uint8Array
}

/**
 * Declares that the record goes on from a backup: the next leaf says so, with how many leaves were restored and their root,
 * and from then on the record bears the epoch's name (docs/formats/checkpoint.md). Entries that wait for their place come
 * after it: the lost record may have placed them otherwise. Answers the record's new name.
 */
export async function openEpoch(tx: Tx, { number, now, newSeed }: Epoch): Promise<string> {
  await lockSequencer(tx)
  const old = await activeKey(tx)
  const size = await recordSize(tx)
  const root = await rootOf(tx, size)
  const epoch = { number, size, root: Buffer.from(root).toString('hex') }
  const entry = await appendEntry(tx, { kind: 'record.epoch-opened', at: now, epoch })
  await putFirst(tx, entry.id)
  const name = `${originOf(old.name)}/epoch-${number}`
  const signer = newSeed ? signerFromSeed(name, newSeed) : { ...signerOf(old), name }
  const isOutside = !newSeed && old.privateKey === null
  await keepRecordKey(tx, { signer, isOutside, now, entryId: entry.id })
  return name
}

/** The number of the epoch that a record's name speaks of; 1 is the first, which no name mentions. */
export function epochOf(name: string): number {
  return Number(/\/epoch-([1-9]\d*)$/.exec(name)?.[1] ?? 1)
}

function originOf(name: string): string {
  return name.replace(/\/epoch-[1-9]\d*$/, '')
}

async function rootOf(tx: Tx, size: number): Promise<Uint8Array> {
  if (size === 0) return emptyRoot()
  const { root } = await tx
    .selectFrom('checkpoints')
    .select('root')
    .where('treeSize', '=', size)
    .executeTakeFirstOrThrow()
  return root
}

async function putFirst(tx: Tx, entryId: string): Promise<void> {
  const { first } = await tx
    .selectFrom('unsequenced')
    .select((eb) => eb.fn.min('arrival').as('first'))
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('unsequenced').where('entryId', '=', entryId).execute()
  await sql`
    insert into unsequenced (arrival, entry_id) overriding system value
    values (${first - 1}, ${entryId})`.execute(tx)
}
