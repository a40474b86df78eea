import type { Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { speakerOf } from '#core/i18n/speaker-of.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { m } from './messages.ts'
import { answerWhole } from './take-in-text.ts'
import type { TextIn } from './text-input.ts'

/** All that came of a long message, in its order. */
export interface Whole {
  whole: Buffer
  from: string
  words: string
  at: Date
}

const PATIENCE_MS = 10 * 60_000
const BATCH = 50

/** Keeps a part; answers the whole once this was the last one missing. */
export async function keepPart(
  tx: Tx,
  { whole, text, now }: { whole: Buffer; text: TextIn; now: Date },
): Promise<Whole | null> {
  const { part } = text
  if (!part || part.number > part.of) return null
  await tx
    .insertInto('textParts')
    .values({
      whole,
      part: part.number,
      parts: part.of,
      sender: text.from,
      words: text.text.replaceAll('\0', ''),
      receivedAt: now,
    })
    .onConflict((conflict) => conflict.columns(['whole', 'part']).doNothing())
    .execute()
  const { count } = await tx
    .selectFrom('textParts')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('whole', '=', whole)
    .executeTakeFirstOrThrow()
  return Number(count) === part.of ? joinParts(tx, { whole, note: '' }) : null
}

/** A text message is cut between its bytes, not its words: parts are put together as they are; where one is missing stands a note. */
async function joinParts(tx: Tx, { whole, note }: { whole: Buffer; note: string }): Promise<Whole | null> {
  const parts = await tx.deleteFrom('textParts').where('whole', '=', whole).returningAll().execute()
  const [first] = parts
  if (!first) return null
  const byNumber = new Map(parts.map(({ part, words }) => [part, words]))
  const words = Array.from({ length: first.parts }, (_, at) => byNumber.get(at + 1) ?? ` ${note} `).join('')
  const times = parts.map(({ receivedAt }) => receivedAt.getTime())
  return { whole, from: first.sender, words, at: new Date(Math.min(...times)) }
}

/** After ten minutes what has come goes in, with a note where something is missing. */
export async function joinLateTexts(house: JobHouse): Promise<void> {
  const now = house.clock.now()
  const waiting = await house.db
    .selectFrom('textParts')
    .select('whole')
    .groupBy('whole')
    .having((eb) => eb(eb.fn.min('receivedAt'), '<=', new Date(now.getTime() - PATIENCE_MS)))
    .limit(BATCH)
    .execute()
  const speak = speakerOf(house)
  for (const { whole } of waiting)
    await inTransaction(house.db, async (tx) => {
      const joined = await joinParts(tx, { whole, note: speak('')(m.partMissing) })
      if (joined) await answerWhole(tx, { db: house.db, now, house: house.house, speak }, joined)
    })
}
