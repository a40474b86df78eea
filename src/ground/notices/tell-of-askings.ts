import type { Tx } from '#core/db/connect.ts'
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
    for (const { matterId, noticeId, version, number, kind, slug } of await untoldAskings(tx)) {
      const url = `${house.baseUrl}${pathTo({ kind, number })}`
      const notice = `${house.baseUrl}/notices/${slug}`
      for (const { address, language } of await addresseesOf(tx, matterId)) {
        const t = translators.for(language)
        const words = {
          subject: t(m.askedSubject, { number }),
          text: t(m.askedText, { number, url, notice }),
        }
        await writeLetter(tx, { to: address, ...words }, now)
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

function untoldAskings(tx: Tx) {
  return tx
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
}
