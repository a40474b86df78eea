import type { Tx } from '#core/db/connect.ts'
import { sha256 } from '#core/ids/hashes.ts'

/** Keeps the fingerprint of a follow-up key; the key itself has 80 random bits, so that its plain hash cannot be guessed back. */
export async function keepFollowUpKey(
  tx: Tx,
  { matterId, key }: { matterId: string; key: Uint8Array },
): Promise<void> {
  await tx
    .insertInto('followUpKeys')
    .values({ matterId, keyHash: sha256(key) })
    .execute()
}
