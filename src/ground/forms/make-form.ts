import type { Db } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { orderedId, unorderedId } from '#core/ids/ids.ts'
import { announceChange } from '#core/live/announce.ts'
import { columnsOf, type PublishedText } from '#ground/translations/published-text.ts'
import { answerRequests, type Told } from './answer-requests.ts'
import type { FormName } from './messages.ts'
import type { TakenFile } from './take-files.ts'

export interface NewForm {
  text: Pick<PublishedText, 'id' | 'sort'> & { number: number }
  form: FormName
  language: string
  caption: string
  words: string
  href: string | null
  files: readonly TakenFile[]
  by: string
}

/** Keeps a further form beside its text, for whoever comes next; it answers everybody who asked for it. */
export function makeForm(
  db: Db,
  { form, once, told }: { form: NewForm; once: Once; told: Told },
): Promise<DoneOnce<{ id: string; answered: number }>> {
  const { text, files, by, ...said } = form
  const { matterId, workId } = columnsOf(text)
  return inTransaction(db, (tx) =>
    doOnce(tx, once, async () => {
      const id = orderedId(once.now)
      await tx
        .insertInto('furtherForms')
        .values({ id, matterId, workId, madeBy: by, madeAt: once.now, ...said })
        .execute()
      const rows = files.map((file, at) => ({ id: unorderedId(), formId: id, place: at + 1, ...file }))
      if (rows.length > 0) await tx.insertInto('furtherFormFiles').values(rows).execute()
      const answered = await answerRequests(tx, { textId: text.id, ...said, by, now: once.now }, told)
      await announceChange(tx, `story:${text.number}`)
      return { id, answered }
    }),
  )
}

/** Takes one down, say because a better one was made; false when it was gone already. */
export async function withdrawForm(
  db: Db,
  { id, textId, now }: { id: string; textId: string; now: Date },
): Promise<boolean> {
  const gone = await db
    .updateTable('furtherForms')
    .set({ withdrawnAt: now })
    .where('id', '=', id)
    .where('textId', '=', textId)
    .where('withdrawnAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return gone !== undefined
}
