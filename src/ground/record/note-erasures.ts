import type { Tx } from '#core/db/connect.ts'
import { unorderedId } from '#core/ids/ids.ts'

/** `sealed.public`, `matter.words`: a key of some slice's `erasesAgain`. */
export type ErasureKind = `${string}.${string}`

export interface Erasure {
  kind: ErasureKind
  /** Id of the entry, matter or person whose words were erased; never the words. */
  subjectId: string
}

/**
 * Puts erasures onto the list, inside their transaction. A job copies the list to the data folder within seconds; a restore
 * hands each line to the slice that declares its kind (`erasesAgain`), which must be able to do it twice.
 */
export async function noteErasures(tx: Tx, erasures: readonly Erasure[], at: Date): Promise<void> {
  if (erasures.length === 0) return
  const rows = erasures.map((erasure) => ({ id: unorderedId(), ...erasure, erasedAt: at }))
  await tx.insertInto('erasures').values(rows).execute()
}

/** After a restore: puts a line of the outside list back. False when the backup knew of it already. */
export async function relistErasure(
  tx: Tx,
  row: { id: string; kind: string; subjectId: string; erasedAt: Date },
): Promise<boolean> {
  const added = await tx
    .insertInto('erasures')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}
