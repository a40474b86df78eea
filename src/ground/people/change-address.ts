import type { Db, Tx } from '#core/db/connect.ts'
import { brokenConstraint, inTransaction } from '#core/db/transaction.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { newToken, unorderedId } from '#core/ids/ids.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { addressMessages as m } from './address-messages.ts'

const LINK_MINUTES = 30
const MINUTES_BETWEEN = 5
const MINUTE_MS = 60_000

export interface AddressWish {
  personId: string
  address: string
  language: string
  now: Date
}

/** Takes the wish for another address. One letter in five minutes, so that nobody floods another's box; false for one too soon. */
export async function askForAddress(
  db: Db,
  { personId, address, language, now }: AddressWish,
): Promise<boolean> {
  const row = {
    address,
    language,
    askedAt: now,
    expiresAt: new Date(now.getTime() + LINK_MINUTES * MINUTE_MS),
  }
  const taken = await db
    .insertInto('addressChanges')
    .values({ id: unorderedId(), personId, ...row })
    .onConflict((conflict) =>
      conflict
        .column('personId')
        .doUpdateSet({ ...row, tokenHash: null })
        .where('addressChanges.askedAt', '<', new Date(now.getTime() - MINUTES_BETWEEN * MINUTE_MS)),
    )
    .returning('id')
    .executeTakeFirst()
  return taken !== undefined
}

/** Writes to each address that was wished for; to one that has an account, that nothing changed. Forgets what nobody confirmed. */
export async function writeAddressLetters(house: JobHouse): Promise<void> {
  const now = house.clock.now()
  await inTransaction(house.db, async (tx) => {
    await tx.deleteFrom('addressChanges').where('expiresAt', '<=', now).execute()
    const waiting = await tx
      .selectFrom('addressChanges')
      .select(['id', 'personId', 'address', 'language'])
      .where('tokenHash', 'is', null)
      .forUpdate()
      .execute()
    for (const wish of waiting) await writeTo(tx, wish, { house, now })
  })
}

async function writeTo(
  tx: Tx,
  { id, address, language }: { id: string; address: string; language: string },
  { house: { house, translators }, now }: { house: JobHouse; now: Date },
): Promise<void> {
  const t = translators.for(language)
  const values = { house: house.name }
  const owner = await tx.selectFrom('people').select('id').where('email', '=', address).executeTakeFirst()
  if (owner) {
    await tx.deleteFrom('addressChanges').where('id', '=', id).execute()
    const text = t(m.addressTakenText, values)
    return writeLetter(tx, { to: address, subject: t(m.addressTakenSubject, values), text }, now)
  }
  const token = newToken()
  await tx
    .updateTable('addressChanges')
    .set({ tokenHash: sha256(token) })
    .where('id', '=', id)
    .execute()
  const url = `${house.baseUrl}/my-data/address/${token}`
  const text = t(m.confirmAddressText, { ...values, url, minutes: LINK_MINUTES })
  return writeLetter(tx, { to: address, subject: t(m.confirmAddressSubject, values), text }, now)
}

/** The address behind a letter's link, from now on the person's; null when the link is unknown, old, or the address was taken since. */
export async function confirmAddress(db: Db, confirmation: Confirmation): Promise<string | null> {
  try {
    return await inTransaction(db, (tx) => useAddressLink(tx, confirmation))
  } catch (error) {
    if (brokenConstraint(error) === 'one_person_an_email') return null
    throw error
  }
}

interface Confirmation {
  token: string
  now: Date
  /** The house's name, for the letter to the old address. */
  house: string
  t: Translate
}

async function useAddressLink(tx: Tx, { token, now, house, t }: Confirmation): Promise<string | null> {
  const change = await tx
    .deleteFrom('addressChanges')
    .where('tokenHash', '=', sha256(token))
    .where('expiresAt', '>', now)
    .returning(['personId', 'address'])
    .executeTakeFirst()
  if (!change) return null
  const { personId, address } = change
  const { email: before } = await tx
    .selectFrom('people')
    .select('email')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  await tx.updateTable('people').set({ email: address }).where('id', '=', personId).execute()
  // Links that went to the old box open nothing any more.
  await tx.deleteFrom('signInLinks').where('personId', '=', personId).execute()
  const told = { subject: t(m.addressChangedSubject, { house }), text: t(m.addressChangedText, { house }) }
  if (before !== null) await writeLetter(tx, { to: before, ...told }, now)
  return address
}
