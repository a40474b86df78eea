import { randomBytes } from 'node:crypto'
import type { Tx } from '#core/db/connect.ts'
import { FOLLOW_UP_KEY_BYTES, makeFollowUpKey } from '#core/ids/follow-up-key.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { readableOf } from '#core/input/text.ts'
import type { Attachment } from '#ground/attachments/make-attachments.ts'
import { type Call, type NewAnswer, takeInAnswers } from '../calls/index.ts'
import { unitNamed } from './help/find-unit.ts'
import type { Asked } from './numbered/asked.ts'
import { readNumbered } from './numbered/read-numbered.ts'
import type { Reading } from './numbered/what-was-read.ts'

export interface WordsIn {
  call: Call
  /** What the call asks, as plain text is read against it. */
  asked: Asked
  route: 'e-mail' | 'text'
  words: string
  language: string
  /** The same source once more is the same answer. */
  source: string
  /** Of whoever wrote; known to the clerks alone. */
  name: string | null
  email: string | null
  attachments?: readonly Attachment[]
  /** The instant it arrived: by it the closing is exact, whenever it is taken in. */
  at: Date
}

export type TakenWords = { reading: Reading } & (
  | { ok: true; id: string; number: number; key: string; isRepeat: boolean }
  | { ok: false; why: 'not-open' | 'not-for-you' | 'empty' | 'too-long' | 'unread' }
)

/**
 * An answer in plain text, read by the numbers of the questions; words without a number answer the first open one. Its author has
 * no account here, whatever the sender says: the name is withheld, and the follow-up key is the handle. `unread`: there are words,
 * and none of them answers anything.
 */
export async function takeInWords(tx: Tx, given: WordsIn): Promise<TakenWords> {
  const reading = await readWords(tx, given)
  const key = randomBytes(FOLLOW_UP_KEY_BYTES)
  const [taken] = await takeInAnswers(tx, [answerOf(given, { reading, keyHash: sha256(key) })], given.at)
  if (!taken) throw new Error('An answer was neither taken in nor refused.')
  if (taken.ok) return { ...taken, key: makeFollowUpKey(key), reading }
  if (taken.why !== 'problems') return { ok: false, why: taken.why, reading }
  if (taken.problems.some(({ why }) => why === 'too-long')) return { ok: false, why: 'too-long', reading }
  const hasWords = reading.unread.length > 0 || reading.beside !== ''
  return { ok: false, why: hasWords ? 'unread' : 'empty', reading }
}

/** The words as they are kept, question by question; a place is looked up by its name. */
export async function readWords(
  tx: Tx,
  { words, asked }: Pick<WordsIn, 'words' | 'asked'>,
): Promise<Reading> {
  const read = readNumbered(readableOf(words), asked)
  const { place } = read
  const unit = place && (await unitNamed(tx, place.name))
  if (!place || unit) return { ...read, unit }
  const said = `${place.question.place}: ${place.name}`
  return {
    ...read,
    unit: null,
    unread: [...read.unread, { place: place.question.place, said, why: 'no-place' }],
  }
}

function answerOf(given: WordsIn, { reading, keyHash }: { reading: Reading; keyHash: Buffer }): NewAnswer {
  const { call, route, language, source, name, email, attachments } = given
  return {
    callId: call.id,
    route,
    language,
    author: { authorship: 'withheld', person: null, name, email, phone: null },
    standing: 'unknown',
    words: reading.words,
    marks: reading.marks,
    unitId: reading.unit?.id ?? null,
    source,
    attachments,
    keyHash,
  }
}
