import type { Db } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { orderedId, unorderedId } from '#core/ids/ids.ts'
import { announceChange } from '#core/live/announce.ts'
import type { FormName } from './messages.ts'
import type { TakenFile } from './take-files.ts'

export interface NewForm {
  matter: { id: string; number: number }
  form: FormName
  language: string
  caption: string
  words: string
  href: string | null
  files: readonly TakenFile[]
  by: string
}

/** Keeps a further form beside its text, for whoever comes next. */
export function makeForm(
  db: Db,
  { form, once }: { form: NewForm; once: Once },
): Promise<DoneOnce<{ id: string }>> {
  const { matter, files, by, ...said } = form
  return inTransaction(db, (tx) =>
    doOnce(tx, once, async () => {
      const id = orderedId(once.now)
      await tx
        .insertInto('furtherForms')
        .values({ id, matterId: matter.id, madeBy: by, madeAt: once.now, ...said })
        .execute()
      const rows = files.map((file, at) => ({ id: unorderedId(), formId: id, place: at + 1, ...file }))
      if (rows.length > 0) await tx.insertInto('furtherFormFiles').values(rows).execute()
      await announceChange(tx, `story:${matter.number}`)
      return { id }
    }),
  )
}

/** Takes one down, say because a better one was made; false when it was gone already. */
export async function withdrawForm(
  db: Db,
  { id, matterId, now }: { id: string; matterId: string; now: Date },
): Promise<boolean> {
  const gone = await db
    .updateTable('furtherForms')
    .set({ withdrawnAt: now })
    .where('id', '=', id)
    .where('matterId', '=', matterId)
    .where('withdrawnAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return gone !== undefined
}
