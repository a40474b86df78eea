import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { keyedHash } from '#core/ids/hashes.ts'
import type { House } from '#core/slice/house.ts'
import { addLetter } from '../mail/answer-letters.ts'
import { answerText } from './answer-text.ts'
import type { TextIn } from './text-input.ts'
import { keepPart, type Whole } from './text-parts.ts'

/** What taking a text in leans on: a request's exchange has it, and so has a job. */
export interface TextHouse {
  db: Db
  now: Date
  house: House
  /** In the language of a text where we speak it, in the house's first otherwise. */
  speak(language: string): Translate
}

const LATE_MS = 3_600_000

/** Takes a text message in, or keeps its part until the others have come. The same id once more changes nothing. */
export async function takeInText(
  where: TextHouse,
  text: TextIn,
): Promise<{ isRepeat: boolean; waits: boolean }> {
  return inTransaction(where.db, async (tx) => {
    const whole = text.part ? wholeOf(where.house.secret, text) : null
    if (whole)
      await sql`select pg_advisory_xact_lock(hashtextextended(${whole.toString('hex')}, 11))`.execute(tx)
    if (!(await isNew(tx, { text, whole, now: where.now }))) return { isRepeat: true, waits: false }
    if (!text.part || !whole) {
      await answerText(tx, where, { from: text.from, words: text.text, source: text.id, at: where.now })
      return { isRepeat: false, waits: false }
    }
    if (await isLate(tx, { whole, text, now: where.now })) return { isRepeat: false, waits: false }
    const joined = await keepPart(tx, { whole, text, now: where.now })
    if (joined) await answerWhole(tx, where, joined)
    return { isRepeat: false, waits: joined === null }
  })
}

/** A joined message is answered like any other; what comes after it belongs beside it. */
export async function answerWhole(tx: Tx, where: TextHouse, joined: Whole): Promise<void> {
  const source = joined.whole.toString('hex')
  const answerId = await answerText(tx, where, { ...joined, source: `${source}:${joined.at.getTime()}` })
  await tx.updateTable('textsIn').set({ answerId }).where('whole', '=', joined.whole).execute()
}

function wholeOf(secret: Uint8Array, { from, part }: TextIn): Buffer {
  return keyedHash(secret, 'parts of a text message', `${from}\0${part?.reference}\0${part?.of}`)
}

interface Part {
  text: TextIn
  whole: Buffer
  now: Date
}

async function isNew(
  tx: Tx,
  { text, whole, now }: Omit<Part, 'whole'> & { whole: Buffer | null },
): Promise<boolean> {
  const kept = await tx
    .insertInto('textsIn')
    .values({ providerId: text.id, whole, receivedAt: now })
    .onConflict((conflict) => conflict.column('providerId').doNothing())
    .returning('providerId')
    .executeTakeFirst()
  return kept !== undefined
}

/** The others went in without it within the hour: it is kept beside them, for the clerk. */
async function isLate(tx: Tx, { whole, text, now }: Part): Promise<boolean> {
  const before = await tx
    .selectFrom('textsIn')
    .select('answerId')
    .where('whole', '=', whole)
    .where('answerId', 'is not', null)
    .where('receivedAt', '>', new Date(now.getTime() - LATE_MS))
    .executeTakeFirst()
  if (!before?.answerId) return false
  await addLetter(tx, { answerId: before.answerId, fromBody: null, words: text.text, at: now })
  return true
}
