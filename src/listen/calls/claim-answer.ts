import type { Tx } from '#core/db/connect.ts'
import type { Standing } from './new-answer.ts'

interface Claim {
  answerId: string
  personId: string
  standing: Standing
}

/** Makes somebody with an account the author of an answer that came without one; false where it has an author already. */
export async function claimAnswer(tx: Tx, { answerId, personId, standing }: Claim): Promise<boolean> {
  const claimed = await tx
    .insertInto('answerAuthors')
    .values({ answerId, personId })
    .onConflict((conflict) => conflict.column('answerId').doNothing())
    .returning('answerId')
    .executeTakeFirst()
  if (!claimed) return false
  await tx.updateTable('answers').set({ standing }).where('id', '=', answerId).execute()
  return true
}
