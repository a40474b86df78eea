import type { Db } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { announceChange } from '#core/live/announce.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { UNPROMISED_DAYS } from './queries.ts'

export interface NewPromise {
  body: { id: string; slug: string }
  days: number
  reason: string
  language: string
  by: string
}

export type ChangeOutcome = { ok: true } | { ok: false; why: 'same-promise' }

/** Publishes a new promise of a body: a new row from now on. What is in hand keeps the date it was promised. */
export async function changePromise(
  db: Db,
  { promise, once }: { promise: NewPromise; once: Once },
): Promise<DoneOnce<ChangeOutcome>> {
  const { body, days, reason, language } = promise
  return inTransaction(db, (tx) =>
    doOnce(tx, once, async (): Promise<ChangeOutcome> => {
      // Two at once wait for each other here, so that the second sees the promise of the first.
      await tx.selectFrom('bodies').select('id').where('id', '=', body.id).forUpdate().execute()
      const today = await tx
        .selectFrom('bodyPromises')
        .select('days')
        .where('bodyId', '=', body.id)
        .orderBy('fromAt', 'desc')
        .limit(1)
        .executeTakeFirst()
      if ((today?.days ?? UNPROMISED_DAYS) === days) return { ok: false, why: 'same-promise' }
      await tx
        .insertInto('bodyPromises')
        .values({ bodyId: body.id, fromAt: once.now, days })
        .onConflict((conflict) => conflict.columns(['bodyId', 'fromAt']).doUpdateSet({ days }))
        .execute()
      await appendEntry(tx, {
        kind: 'body.promise-changed',
        at: once.now,
        bodyId: body.id,
        publicWords: { days, before: today?.days ?? UNPROMISED_DAYS, reason, language },
        privateWords: { by: promise.by },
      })
      await announceChange(tx, `body:${body.slug}`)
      return { ok: true }
    }),
  )
}
