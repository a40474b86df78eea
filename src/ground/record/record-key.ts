import { randomBytes } from 'node:crypto'
import type { Db, Tx } from '#core/db/connect.ts'
import { orderedId } from '#core/ids/ids.ts'
import { type Signer, signerFromSeed } from '#methods/merkle/note-keys.ts'

/** Where the record's key stands: in the database, or outside it in `RECORD_KEY` (then the database has its public half only). */
export interface RecordKeyParts {
  /** The record's origin: host and path without a scheme, as in `example.org/record`. */
  origin: string
  /** 32 bytes, when kept outside the database. */
  seed: Uint8Array | null
  now: Date
}

/** Makes the record's first key, once; founding a house calls it. */
export async function makeRecordKey(tx: Tx, { origin, seed, now }: RecordKeyParts): Promise<void> {
  const secret = seed ?? randomBytes(32)
  const { publicKey } = signerFromSeed(origin, secret)
  await tx
    .insertInto('recordKeys')
    .values({
      id: orderedId(now),
      name: origin,
      publicKey: Buffer.from(publicKey),
      privateKey: seed ? null : Buffer.from(secret),
      fromAt: now,
    })
    .execute()
}

/** The key that signs today. Throws when it is kept outside and was not given. */
export async function recordSigner(
  db: Db | Tx,
  seed: Uint8Array | null = seedFromOutside(),
): Promise<Signer> {
  const row = await db
    .selectFrom('recordKeys')
    .select(['name', 'privateKey', 'publicKey'])
    .orderBy('fromAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const secret = row.privateKey ?? seed
  if (!secret) throw new Error('RECORD_KEY is not set, and the record’s key is not in the database.')
  const signer = signerFromSeed(row.name, secret)
  if (!row.publicKey.equals(signer.publicKey)) throw new Error('RECORD_KEY is not the key of this record.')
  return signer
}

let outsideSeed: Uint8Array | null = null

/** Set once at start from the configuration; a process signs with one key. */
export function useOutsideSeed(seed: Uint8Array | null): void {
  outsideSeed = seed
}

function seedFromOutside(): Uint8Array | null {
  return outsideSeed
}
