import type { Tx } from '#core/db/connect.ts'

/** Empties the words of a submission and what finds them, a signature without an account, and the letters about it. */
export async function eraseWords(tx: Tx, matterId: string): Promise<void> {
  await tx.updateTable('submissions').set({ words: null, search: null }).where('id', '=', matterId).execute()
  await tx
    .updateTable('submissionSignatures')
    .set({ name: null })
    .where('submissionId', '=', matterId)
    .execute()
}
