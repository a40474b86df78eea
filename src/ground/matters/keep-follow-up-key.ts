import type { RawBuilder } from 'kysely'
import { rowsToInsert } from '#core/db/insert-rows.ts'
import { sha256 } from '#core/ids/hashes.ts'

/** The fingerprint of a follow-up key, not yet written; the key itself has 80 random bits, so that its plain hash cannot be guessed back. */
export function followUpKeyToKeep({
  matterId,
  key,
}: {
  matterId: string
  key: Uint8Array
}): RawBuilder<unknown> | null {
  return rowsToInsert('followUpKeys', [{ matterId, keyHash: sha256(key) }])
}
