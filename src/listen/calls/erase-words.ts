import type { Tx } from '#core/db/connect.ts'
import { eraseQuotations } from './themes/quote-answer.ts'

/** Empties an answer of its words for good; that it was given, and its marks, stay in the counts. */
export async function eraseWords(tx: Tx, matterId: string): Promise<void> {
  await tx.updateTable('answerWords').set({ words: null }).where('answerId', '=', matterId).execute()
  await tx.updateTable('answerSignatures').set({ name: null }).where('answerId', '=', matterId).execute()
  await eraseQuotations(tx, matterId)
  await tx.updateTable('answers').set({ search: null }).where('id', '=', matterId).execute()
}

/** Empties a call of its words where they were removed by moderation; its questions stand as they were asked. */
export async function eraseCallWords(tx: Tx, matterId: string): Promise<void> {
  await tx.updateTable('calls').set({ about: '' }).where('id', '=', matterId).execute()
}
