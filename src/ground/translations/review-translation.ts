import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { findTranslation, handsIn, isOffered, workOf } from './find-translation.ts'
import { mayReview, type ReviewRefusal, type Volunteer } from './policy.ts'
import { showTranslation } from './show-translation.ts'

export interface Review {
  id: string
  by: Volunteer
  /** Shown to readers, or given back with a note for whoever wrote it. */
  outcome: { is: 'shown' } | { is: 'returned'; note: string }
  now: Date
}

export type Reviewed = 'done' | 'gone' | 'changed-since' | ReviewRefusal

/** Another person read it: it is shown from now on, or goes back. Of two at once the first one stands. */
export async function reviewTranslation(db: Db, { id, by, outcome, now }: Review): Promise<Reviewed> {
  return inTransaction(db, async (tx) => {
    await tx.selectFrom('translations').select('id').where('id', '=', id).forUpdate().execute()
    const translation = await findTranslation(tx, id)
    if (!translation) return 'gone'
    const work = await workOf(tx, translation)
    const hands = handsIn(translation, work)
    const may = mayReview(by, {
      language: translation.language,
      isOffered: isOffered(translation),
      hands,
    })
    if (may !== 'allowed') return may
    if (outcome.is === 'returned') {
      await tx
        .updateTable('translations')
        .set({ offeredAt: null, offeredBy: null, returnedNote: outcome.note })
        .where('id', '=', id)
        .execute()
      return 'done'
    }
    if (work.some(({ written, isOld }) => written === '' || isOld)) return 'changed-since'
    await tx
      .updateTable('translations')
      .set({ reviewedAt: now, reviewedBy: by.id, returnedNote: '' })
      .where('id', '=', id)
      .execute()
    await showTranslation(tx, { translation, work, as: 'reviewed', now })
    return 'done'
  })
}
