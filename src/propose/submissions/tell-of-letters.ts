import type { Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { isLanguage, type Language } from '#core/i18n/languages.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { clerkAddresses } from '#ground/bodies/clerk-addresses.ts'
import { lastCustodyOf } from '#ground/matters/custody-of.ts'
import { letterMessages as m } from './letter-messages.ts'

const BATCH = 100

interface Untold {
  id: string
  submissionId: string
  number: number
  fromBody: string | null
}

/** Tells the other side by mail that a letter waits, never what it says. */
export async function tellOfLetters(house: JobHouse): Promise<void> {
  const untold = await house.db
    .selectFrom('letters')
    .innerJoin('matters', 'matters.id', 'letters.submissionId')
    .leftJoin('bodies', 'bodies.id', 'letters.fromBody')
    .select(['letters.id', 'letters.submissionId', 'matters.number', 'bodies.name as fromBody'])
    .where('letters.toldAt', 'is', null)
    .orderBy('letters.writtenAt')
    .limit(BATCH)
    .execute()
  for (const letter of untold) {
    await inTransaction(house.db, async (tx) => {
      await tx.updateTable('letters').set({ toldAt: house.clock.now() }).where('id', '=', letter.id).execute()
      await (letter.fromBody === null ? tellClerks(tx, letter, house) : tellAuthor(tx, letter, house))
    })
  }
}

async function tellAuthor(
  tx: Tx,
  { submissionId, number, fromBody }: Untold,
  house: JobHouse,
): Promise<void> {
  const authors = await tx
    .selectFrom('matterAuthorAddresses')
    .select(['address', 'language'])
    .where('matterId', '=', submissionId)
    .execute()
  const { baseUrl } = house.house
  const values = {
    number,
    body: fromBody ?? '',
    receipt: `${baseUrl}/receipts/${number}`,
    story: `${baseUrl}/submissions/${number}`,
  }
  for (const { address, language } of authors) {
    if (address === null) continue
    const t = house.translators.for(languageFor(language))
    const letter = {
      to: address,
      subject: t(m.toldAuthorSubject, values),
      text: t(m.toldAuthor, values),
    }
    await writeLetter(tx, letter, house.clock.now())
  }
}

async function tellClerks(tx: Tx, { submissionId, number }: Untold, house: JobHouse): Promise<void> {
  const now = house.clock.now()
  const last = await lastCustodyOf(tx, submissionId)
  if (!last) return
  const letters = `${house.house.baseUrl}/submissions/${number}/letters`
  const values = { number, body: last.bodyName, letters }
  for (const { address, language } of await clerkAddresses(tx, { bodyId: last.bodyId, now })) {
    const t = house.translators.for(languageFor(language))
    const letter = {
      to: address,
      subject: t(m.toldClerkSubject, values),
      text: t(m.toldClerk, values),
    }
    await writeLetter(tx, letter, now)
  }
}

const languageFor = (language: string | null): Language => (isLanguage(language) ? language : 'en')
