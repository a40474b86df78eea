import type { RawBuilder } from 'kysely'
import { rowsToInsert } from '#core/db/insert-rows.ts'
import { sha256 } from '#core/ids/hashes.ts'

/** Fingerprints of follow-up keys, not yet written; a key has 80 random bits, so that its plain hash cannot be guessed back. */
export function followUpKeysToKeep(
  keys: readonly { matterId: string; key: Uint8Array }[],
): RawBuilder<unknown> | null {
  return rowsToInsert(
    'followUpKeys',
    keys.map(({ matterId, key }) => ({ matterId, keyHash: sha256(key) })),
  )
}
