import { randomBytes } from 'node:crypto'
import type { Tx } from '#core/db/connect.ts'
import { speakerOf } from '#core/i18n/speaker-of.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { FOLLOW_UP_KEY_BYTES, makeFollowUpKey } from '#core/ids/follow-up-key.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { readableOf } from '#core/input/text.ts'
import { type Call, type NewAnswer, takeBack, takeInAnswers } from '../../calls/index.ts'
import { unitNamed } from '../help/find-unit.ts'
import { type AskedCall, askedOf } from '../numbered/asked-of.ts'
import { howAgain, isOneOpenQuestion } from '../numbered/how-to-answer.ts'
import { mergeAnswers } from '../numbered/merge-answers.ts'
import { readCorrection } from '../numbered/read-numbered.ts'
import { type Reading, whatWasNot } from '../numbered/what-was-read.ts'
import { readWords } from '../take-in-words.ts'
import { addLetter } from './answer-letters.ts'
import { type Earlier, earlierAnswer } from './earlier-answer.ts'
import { writeReceipt } from './receipt-letter.ts'
import type { Arrived } from './take-in-mail.ts'
import { tellOfUnclear } from './tell-of-unclear.ts'

interface Correcting {
  answer: { id: string; language: string; call: Call }
  number: number
  t: Translate
}

/**
 * A reply that answers by number, while the call is open: the answer as it stood with what the reply says is taken in as another, and
 * the earlier is withdrawn, in the same transaction. Nothing that was handed in is ever changed. False where the reply is no such
 * thing, comes from elsewhere or too late: then it is words beside the answer.
 */
export async function correctAnswer(tx: Tx, arrived: Arrived, correcting: Correcting): Promise<boolean> {
  const { house, read, replyTo } = arrived
  const { answer, number, t } = correcting
  const asked = await askedOf(tx, answer.call, {
    languages: house.house.languages,
    speak: speakerOf(house),
  })
  const later = await readLater(tx, readableOf(read.words), asked)
  const before = later && (await earlierAnswer(tx, { answerId: answer.id, from: replyTo }))
  if (!later || !before) return false
  const reading = mergeAnswers(before, later, asked.asked)
  const key = randomBytes(FOLLOW_UP_KEY_BYTES)
  const given = answerOf(arrived, { ...correcting, before, reading, keyHash: sha256(key) })
  const [taken] = await takeInAnswers(tx, [given], arrived.receivedAt)
  if (!taken?.ok) return false
  const back = await takeBack(tx, { ...answer, number, authorship: 'withheld' }, house.clock.now())
  // Withdrawn this instant by its author: all of this is undone, and the next try finds it so.
  if (!back.ok) throw new Error('An answer was withdrawn while its author corrected it.')
  await addLetter(tx, {
    answerId: taken.id,
    fromBody: null,
    words: read.original,
    checks: arrived.checks,
    at: arrived.receivedAt,
  })
  const receipt = { ...taken, key: makeFollowUpKey(key), reading }
  const call = asked.in(t.language)
  await writeReceipt(tx, arrived, { call, taken: receipt, refusedFiles: [], claim: null, instead: number, t })
  const telling = { now: house.clock.now(), baseUrl: house.house.baseUrl, speak: speakerOf(house) }
  await tellOfUnclear(tx, telling, { taken: receipt, call: answer.call })
  return true
}

/** Null where it answers nothing by number, or names a place that we do not know. */
async function readLater(tx: Tx, words: string, { asked }: AskedCall): Promise<Reading | null> {
  const read = readCorrection(words, asked)
  if (!read) return null
  const unit = read.place && (await unitNamed(tx, read.place.name))
  return read.place && !unit ? null : { ...read, unit }
}

interface Corrected extends Correcting {
  before: Earlier
  reading: Reading
  keyHash: Buffer
}

function answerOf({ read, replyTo, hash }: Arrived, corrected: Corrected): NewAnswer {
  const { answer, number, before, reading, keyHash } = corrected
  const name = read.from.name.slice(0, 120) || null
  return {
    callId: answer.call.id,
    route: 'e-mail',
    language: answer.language,
    author: { authorship: 'withheld', person: null, name, email: replyTo, phone: null },
    standing: 'unknown',
    words: reading.words,
    marks: reading.marks,
    unitId: reading.unit?.id ?? null,
    source: `e-mail:${hash}:answer-${number}`,
    attachments: before.attachments,
    keyHash,
  }
}

/** Of a reply that was put beside its answer: what of its numbers could not be read, and how it is written. */
export async function whatWasUnclear(tx: Tx, { house, read }: Arrived, { answer, t }: Correcting) {
  const speaking = { languages: house.house.languages, speak: speakerOf(house) }
  const asked = await askedOf(tx, answer.call, speaking)
  const call = asked.in(t.language)
  const reading = await readWords(tx, { words: read.words, asked: asked.asked })
  if (isOneOpenQuestion(call) || reading.unread.length === 0) return []
  return [...whatWasNot(t, call, { ...reading, beside: '' }), ...howAgain(t, call, reading.unread)]
}
