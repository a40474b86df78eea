import type { Db } from '#core/db/connect.ts'
import { sharedByKey } from '#core/db/shared-questions.ts'
import { isoSecond } from '#core/time/days.ts'
import { signNote } from '#methods/merkle/note.ts'
import type { Signer } from '#methods/merkle/note-keys.ts'
import { promiseText as textOfPromise } from '#methods/merkle/promise.ts'
import { type Receipt, receiptOf } from './receipt-of.ts'
import { recordSigner } from './record-key.ts'

/**
 * Our signature over the entry's hash and the time by which it will be in the record (docs/formats/receipt.md). Ed25519
 * is deterministic (RFC 8032), so the same promise is the same text whenever it is asked for.
 */
export async function promiseText(db: Db, number: number): Promise<string> {
  const receipt = await receiptOf(db, number)
  if (!receipt) throw new Error(`There is no receipt ${number}.`)
  return signedPromise(db, receipt)
}

/** The same for an entry just written, whose hash is at hand. */
export async function signedPromise(
  db: Db,
  { leafHash, promisedBy }: Pick<Receipt, 'leafHash' | 'promisedBy'>,
): Promise<string> {
  const text = textOfPromise({ leafHash, inTheRecordBy: isoSecond(promisedBy) })
  return signNote(text, await signerForMany(db, null))
}

/** The key is asked for once for all promises that wait for it: whoever asks gets the key of after their asking. */
const signerForMany = sharedByKey<null, Signer>(() => '', recordSigner)
