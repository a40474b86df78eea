import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { endGrantsOf } from '#ground/grants/end-grant.ts'
import { eraseRows } from './erase-rows.ts'
import { eraseNamesOf, eraseWordsOf } from './erase-words.ts'
import { mattersOf } from './rows-of.ts'
import type { Subject } from './subject.ts'

export interface Erasure {
  subject: Pick<Subject, 'personId' | 'address'>
  /** What they handed in goes with them, or stays without their name. */
  words: 'erased' | 'kept'
  /** Why roles that are held still end with it; public. */
  rolesEnd: string
  now: Date
}

/**
 * Erases everything held about somebody that may go, in one transaction: all of it or nothing; doing it twice is harmless.
 * Words go with the account they came from. What was handed in without one loses name and address alone: an address can be
 * given by anybody, so the words themselves are erased by the follow-up key (decision 016).
 */
export async function eraseHeld(db: Db, { subject, words, rolesEnd, now }: Erasure): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = await mattersOf(tx, { ...subject, address: null })
    const signed = await mattersOf(tx, { ...subject, personId: null })
    if (words === 'erased')
      for (const matterId of own) await eraseWordsOf(tx, { matterId, at: now, isUnordered: false })
    await eraseNamesOf(tx, words === 'kept' ? [...own, ...signed] : signed, now)
    const { personId } = subject
    if (personId !== null) await endGrantsOf(tx, { personId, reason: rolesEnd, now })
    await eraseRows(tx, { ...subject, matters: [] }, now)
  })
}
