import { inTransaction } from '#core/db/transaction.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { addresseesOf } from '#ground/matters/letters-to-authors.ts'
import { m } from './messages.ts'

const BATCH = 200

/** Writes to whoever is asked again and left an address; whoever did not finds the question by their follow-up key. */
export async function tellOfAskings({ db, clock, house, translators }: JobHouse): Promise<void> {
  const now = clock.now()
  await inTransaction(db, async (tx) => {
    const untold = await tx
      .selectFrom('noticeAskings')
      .innerJoin('matters', 'matters.id', 'noticeAskings.matterId')
      .innerJoin('notices', 'notices.id', 'noticeAskings.noticeId')
      .select([
        'noticeAskings.matterId',
        'noticeAskings.noticeId',
        'noticeAskings.version',
        'matters.number',
        'matters.kind',
        'notices.slug',
      ])
      .where('noticeAskings.toldAt', 'is', null)
      .orderBy('noticeAskings.askedAt')
      .limit(BATCH)
      .forUpdate('noticeAskings')
      .skipLocked()
      .execute()
    for (const { matterId, noticeId, version, number, kind, slug } of untold) {
      for (const { address, language } of await addresseesOf(tx, matterId)) {
        const t = translators.for(language)
        const url = `${house.baseUrl}${pathTo({ kind, number })}`
        const notice = `${house.baseUrl}/notices/${slug}`
        await writeLetter(
          tx,
          {
            to: address,
            subject: t(m.askedSubject, { number }),
            text: t(m.askedText, { number, url, notice }),
          },
          now,
        )
      }
      await tx
        .updateTable('noticeAskings')
        .set({ toldAt: now })
        .where('matterId', '=', matterId)
        .where('noticeId', '=', noticeId)
        .where('version', '=', version)
        .execute()
    }
  })
}
