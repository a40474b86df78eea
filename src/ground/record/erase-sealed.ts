import type { Tx } from '#core/db/connect.ts'

/** Deletes the public words of an entry. Its leaf and its commitment stand; a tombstone entry, written by whoever calls, says why. */
export async function eraseSealed(tx: Tx, entryId: string): Promise<void> {
  await tx.deleteFrom('sealed').where('entryId', '=', entryId).where('part', '=', 'public').execute()
}
