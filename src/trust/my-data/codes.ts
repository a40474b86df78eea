import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import type { CookieToSet } from '#core/http/answer.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { newToken, unorderedId } from '#core/ids/ids.ts'
import { hashOfWrittenCode, makeWrittenCode } from '#core/ids/written-code.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { addDays } from '#core/time/days.ts'
import { m } from './messages.ts'

export const VISIT_COOKIE = 'my_data'
const CODE_MINUTES = 30
const POSTED_DAYS = 28
const VISIT_MINUTES = 30
/** Letters one address gets in half an hour, so that nobody can flood another's box. */
const MOST_CODES = 4

const later = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000)

/** Takes the wish for a code, in the same way for every address; a job writes the letters. */
export async function askForCode(
  db: Db,
  { address, language, now }: { address: string; language: string; now: Date },
): Promise<void> {
  const expiresAt = later(now, CODE_MINUTES)
  await db
    .insertInto('dataCodes')
    .values({ id: unorderedId(), address, language, askedAt: now, expiresAt })
    .execute()
}

/** Writes a code to each address that asked, known or not, and forgets codes and visits whose time is over. */
export async function writeCodes(house: JobHouse): Promise<void> {
  const now = house.clock.now()
  await inTransaction(house.db, async (tx) => {
    await tx.deleteFrom('dataCodes').where('expiresAt', '<=', now).execute()
    await tx.deleteFrom('dataVisits').where('expiresAt', '<=', now).execute()
    const waiting = await tx
      .selectFrom('dataCodes')
      .select(['id', 'address', 'language'])
      .where('codeHash', 'is', null)
      .orderBy('askedAt')
      .forUpdate()
      .execute()
    for (const wish of waiting) await writeCode(tx, wish, { house, now })
  })
}

interface Wish {
  id: string
  address: string
  language: string
}

async function writeCode(
  tx: Tx,
  { id, address, language }: Wish,
  { house: { house, translators }, now }: { house: JobHouse; now: Date },
): Promise<void> {
  const written = await tx
    .selectFrom('dataCodes')
    .select('id')
    .where('address', '=', address)
    .where('codeHash', 'is not', null)
    .where('madeBy', 'is', null)
    .execute()
  if (written.length >= MOST_CODES)
    return void (await tx.deleteFrom('dataCodes').where('id', '=', id).execute())
  const code = makeWrittenCode()
  await tx
    .updateTable('dataCodes')
    .set({ codeHash: hashOfWrittenCode(code) })
    .where('id', '=', id)
    .execute()
  const t = translators.for(language)
  const url = `${house.baseUrl}/my-data/code`
  const text = t(m.codeText, { house: house.name, code, url, minutes: CODE_MINUTES })
  await writeLetter(tx, { to: address, subject: t(m.codeSubject, { house: house.name }), text }, now)
}

export interface PostedCode {
  address: string
  language: string
  /** Who made it, and how they know whose address it is. */
  by: string
  checkedHow: string
  now: Date
}

/** Makes a code to be posted on paper; it is shown once, to be printed. */
export async function makePostedCode(
  tx: Tx,
  { address, language, by, checkedHow, now }: PostedCode,
): Promise<{ code: string; expiresAt: Date }> {
  const code = makeWrittenCode()
  const expiresAt = addDays(now, POSTED_DAYS)
  const row = { address, language, madeBy: by, checkedHow, askedAt: now, expiresAt }
  await tx
    .insertInto('dataCodes')
    .values({ id: unorderedId(), codeHash: hashOfWrittenCode(code), ...row })
    .execute()
  return { code, expiresAt }
}

/** Opens half an hour with what is held under the code's address; the code is spent by it. Null when it opens nothing. */
export async function useCode(
  db: Db,
  { code, now }: { code: string; now: Date },
): Promise<CookieToSet | null> {
  return inTransaction(db, async (tx) => {
    const spent = await tx
      .updateTable('dataCodes')
      .set({ usedAt: now })
      .where('codeHash', '=', hashOfWrittenCode(code))
      .where('usedAt', 'is', null)
      .where('expiresAt', '>', now)
      .returning('address')
      .executeTakeFirst()
    if (!spent) return null
    const token = newToken()
    const expiresAt = later(now, VISIT_MINUTES)
    await tx
      .insertInto('dataVisits')
      .values({
        id: unorderedId(),
        tokenHash: sha256(token),
        address: spent.address,
        begunAt: now,
        expiresAt,
      })
      .execute()
    return { name: VISIT_COOKIE, value: token, maxAge: VISIT_MINUTES * 60 }
  })
}

/** The address that this visit's cookie opens, and until when. */
export async function visitOf(
  db: Db,
  { token, now }: { token: string; now: Date },
): Promise<{ id: string; address: string; expiresAt: Date } | null> {
  const visit = await db
    .selectFrom('dataVisits')
    .select(['id', 'address', 'expiresAt'])
    .where('tokenHash', '=', sha256(token))
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return visit ?? null
}

export async function endVisit(db: Db, token: string): Promise<void> {
  await db.deleteFrom('dataVisits').where('tokenHash', '=', sha256(token)).execute()
}
