import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { findTranslation, workOf } from './find-translation.ts'

export type Offered = 'offered' | 'gone' | 'not-all-there'

/** Says that all of it is there, and asks another person to read it. */
export async function offerTranslation(
  db: Db,
  { id, by, now }: { id: string; by: string; now: Date },
): Promise<Offered> {
  return inTransaction(db, async (tx) => {
    await tx.selectFrom('translations').select('id').where('id', '=', id).forUpdate().execute()
    const translation = await findTranslation(tx, id)
    if (!translation) return 'gone'
    const work = await workOf(tx, translation)
    if (work.some(({ written, isOld }) => written === '' || isOld)) return 'not-all-there'
    await tx
      .updateTable('translations')
      .set({ offeredAt: now, offeredBy: by, reviewedBy: null, reviewedAt: null, returnedNote: '' })
      .where('id', '=', id)
      .execute()
    return 'offered'
  })
}
