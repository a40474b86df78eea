import type { Tx } from '#core/db/connect.ts'

/** The language the words of a matter are in, by its BCP 47 tag. */
export async function setLanguage(tx: Tx, matterId: string, language: string): Promise<void> {
  await tx.updateTable('matters').set({ language }).where('id', '=', matterId).execute()
}
