import { randomBytes } from 'node:crypto'
import type { Tx } from '#core/db/connect.ts'
import { FOLLOW_UP_KEY_BYTES, makeFollowUpKey } from '#core/ids/follow-up-key.ts'
import { sha256 } from '#core/ids/hashes.ts'
import type { Attachment } from '#ground/attachments/make-attachments.ts'
import { type Call, type NewAnswer, takeInAnswers } from '../calls/index.ts'

export interface WordsIn {
  call: Call
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

export type TakenWords =
  | { ok: true; id: string; number: number; key: string; isRepeat: boolean }
  | { ok: false; why: 'not-open' | 'not-for-you' | 'empty' | 'too-long' | 'takes-no-words' }

/**
 * Words that came as words alone answer the call's first open question. Their author has no account here, whatever the sender
 * says: the name is withheld, and the follow-up key is the handle.
 */
export async function takeInWords(tx: Tx, given: WordsIn): Promise<TakenWords> {
  const question = given.call.questions.find(({ kind }) => kind === 'open')?.id
  if (question === undefined) return { ok: false, why: 'takes-no-words' }
  const key = randomBytes(FOLLOW_UP_KEY_BYTES)
  const [taken] = await takeInAnswers(tx, [answerOf(given, { question, keyHash: sha256(key) })], given.at)
  if (!taken) throw new Error('An answer was neither taken in nor refused.')
  if (taken.ok) return { ...taken, key: makeFollowUpKey(key) }
  if (taken.why !== 'problems') return { ok: false, why: taken.why }
  return { ok: false, why: taken.problems.some(({ why }) => why === 'too-long') ? 'too-long' : 'empty' }
}

function answerOf(given: WordsIn, { question, keyHash }: { question: string; keyHash: Buffer }): NewAnswer {
  const { call, route, language, source, name, email, attachments } = given
  return {
    callId: call.id,
    route,
    language,
    author: { authorship: 'withheld', person: null, name, email, phone: null },
    standing: 'unknown',
    words: [{ questionId: question, words: readable(given.words) }],
    marks: [],
    source,
    attachments,
    keyHash,
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what goes
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202d\u202e]/g

/** Nobody can be asked to type a mail again without its control characters: they go. */
const readable = (words: string) =>
  words.replace(/\r\n?/g, '\n').replace(CONTROL, '').toWellFormed().normalize('NFC').trim()
