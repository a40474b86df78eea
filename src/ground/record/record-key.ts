import { randomBytes } from 'node:crypto'
import type { Db, Tx } from '#core/db/connect.ts'
import { kept } from '#core/db/kept-statements.ts'
import { orderedId } from '#core/ids/ids.ts'
import { OperatorError } from '#core/operator-error.ts'
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
  await keepRecordKey(tx, { signer: signerFromSeed(origin, secret), isOutside: seed !== null, now })
}

export interface KeyToKeep {
  signer: Signer
  /** Whether its secret half stays out of the database. */
  isOutside: boolean
  now: Date
  /** The entry that brings it in; none for the first. */
  entryId?: string
}

export async function keepRecordKey(tx: Tx, { signer, isOutside, now, entryId }: KeyToKeep): Promise<void> {
  await tx
    .insertInto('recordKeys')
    .values({
      id: orderedId(now),
      name: signer.name,
      publicKey: Buffer.from(signer.publicKey),
      privateKey: isOutside ? null : Buffer.from(signer.seed),
      fromAt: now,
      entryId: entryId ?? null,
    })
    .execute()
}

/** The key that signs now. Throws when it is kept outside and was not given. */
export async function recordSigner(db: Db | Tx): Promise<Signer> {
  const key = await activeKey(db)
  if (lastSigner?.id === key.id && lastSigner.seeds === outsideSeeds) return lastSigner.signer
  const signer = signerOf(key)
  lastSigner = { id: key.id, seeds: outsideSeeds, signer }
  return signer
}

/** A signer is made from its row once: every receipt asks for it, and the key changes once in years. */
let lastSigner: { id: string; seeds: readonly Uint8Array[]; signer: Signer } | null = null

/**
 * The key brought in by the newest entry that has a place in the record, so that a change of key holds from the first
 * checkpoint that covers it.
 */
export async function activeKey(db: Db | Tx) {
  return db
    .selectFrom('recordKeys')
    .leftJoin('recordLeaves', 'recordLeaves.entryId', 'recordKeys.entryId')
    .select(['recordKeys.id', 'name', 'privateKey', 'publicKey'])
    .where((eb) => eb.or([eb('recordKeys.entryId', 'is', null), eb('leafIndex', 'is not', null)]))
    .orderBy('leafIndex', (order) => order.desc().nullsLast())
    .limit(1)
    .modifyEnd(kept)
    .executeTakeFirstOrThrow()
}

/** Puts the secret half back into the database, where a backup left it out. Answers whether it is that key's. */
export async function putBackSecret(tx: Tx, seed: Uint8Array): Promise<boolean> {
  const { id, name, publicKey } = await activeKey(tx)
  if (!publicKey.equals(signerFromSeed(name, seed).publicKey)) return false
  await tx
    .updateTable('recordKeys')
    .set({ privateKey: Buffer.from(seed) })
    .where('id', '=', id)
    .execute()
  return true
}

/** A row's key, with its secret half from the row or from outside. */
export function signerOf(row: { name: string; privateKey: Buffer | null; publicKey: Buffer }): Signer {
  const secrets = row.privateKey ? [row.privateKey] : outsideSeeds
  if (secrets.length === 0)
    throw new OperatorError('The record’s key is kept outside the database: set RECORD_KEY to it.')
  const signer = secrets
    .map((secret) => signerFromSeed(row.name, secret))
    .find(({ publicKey }) => row.publicKey.equals(publicKey))
  if (!signer)
    throw new OperatorError(
      'RECORD_KEY is not the key that signs this record. After a change of key it is the line in the file that “./moot record rotate-key” wrote.',
    )
  return signer
}

let outsideSeeds: readonly Uint8Array[] = []

/** Set once at start from the configuration; a change of key adds the new one for as long as the old one still signs. */
export function useOutsideSeed(...seeds: readonly (Uint8Array | null)[]): void {
  outsideSeeds = seeds.filter((seed) => seed !== null)
}
