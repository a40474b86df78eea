import { sql } from 'kysely'
import { NOBODY } from '#core/access/viewer.ts'
import type { Tx } from '#core/db/connect.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { keyedHash } from '#core/ids/hashes.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { addDays } from '#core/time/days.ts'
import { languageOf } from '#propose/submissions/index.ts'
import { type Call, findVisibleCall } from '../../calls/index.ts'
import { addLetter } from '../mail/answer-letters.ts'
import { tellOfUnclear } from '../mail/tell-of-unclear.ts'
import { type AskedCall, askedOf } from '../numbered/asked-of.ts'
import { isOneOpenQuestion } from '../numbered/how-to-answer.ts'
import { wordsIn } from '../numbered/read-numbered.ts'
import { readInShort } from '../numbered/what-was-read.ts'
import { type TakenWords, takeInWords } from '../take-in-words.ts'
import { keepWords } from '../unplaced/keep-words.ts'
import { readKeyword } from './keywords.ts'
import { m } from './messages.ts'
import type { TextHouse } from './take-in-text.ts'
import { readText } from './text-input.ts'

interface Text {
  from: string
  words: string
  source: string
  at: Date
}

/** So often a number is written back to in an hour; what comes beyond is taken in and not answered. */
const ANSWERS_AN_HOUR = 10
/** Answers from one telephone are looked at side by side for so long after the call. */
const PRINT_DAYS = 90

/** Takes the words in and writes back; answers the id of the answer, null where there is none. */
export async function answerText(tx: Tx, where: TextHouse, text: Text): Promise<string | null> {
  const read = await readBeginning(tx, text.words.replaceAll('\0', ''))
  const call = await callFor(tx, read.call, where.now)
  const words = call && read.call !== call.number ? text.words.trim() : read.words
  const { languages } = where.house
  const asked = call && (await askedOf(tx, call, { languages, speak: where.speak }))
  const own = (asked && wordsIn(words, asked.asked)) || words
  const language = await languageOf(own, call?.language ?? languages[0] ?? 'en')
  const taken = call && asked && (await takeInTexted(tx, { call, asked, words, language, text }))
  if (call && taken) await keepForPerson(tx, where, { call, taken, words, language, from: text.from })
  const t = where.speak(language)
  const shown = asked?.in(t.language) ?? null
  const said = sentence(t, { baseUrl: where.house.baseUrl, number: read.call, call: shown, taken })
  await writeText(tx, where, { to: text.from, words: said })
  return taken?.ok ? taken.id : null
}

/** A number of a call, or its word. */
async function readBeginning(tx: Tx, text: string): Promise<ReturnType<typeof readText>> {
  const read = readText(text)
  return read.call === null ? ((await readKeyword(tx, text)) ?? read) : read
}

interface Texted {
  call: Call
  asked: AskedCall
  words: string
  language: string
  text: Text
}

function takeInTexted(tx: Tx, { call, asked, words, language, text }: Texted): Promise<TakenWords> {
  const source = `text:${text.source}`
  const unknown = { name: null, email: null }
  return takeInWords(tx, {
    ...unknown,
    call,
    asked: asked.asked,
    route: 'text',
    words,
    language,
    source,
    at: text.at,
  })
}

interface ForPerson {
  call: Call
  taken: TakenWords
  words: string
  language: string
  from: string
}

/** What was not read is kept for the clerks: beside the answer, or alone where there is none. */
async function keepForPerson(
  tx: Tx,
  where: TextHouse,
  { call, taken, words, language, from }: ForPerson,
): Promise<void> {
  const { house, now, speak } = where
  const telling = { now, baseUrl: house.baseUrl, speak }
  if (!taken.ok) {
    if (taken.why !== 'unread') return
    return keepWords(tx, telling, { call, route: 'text', language, words, replyTo: null, at: now })
  }
  await keepPrint(tx, where, { id: taken.id, from, call })
  const { unread, beside } = taken.reading
  if (taken.isRepeat || (unread.length === 0 && beside === '')) return
  await addLetter(tx, { answerId: taken.id, fromBody: null, words, at: now })
  await tellOfUnclear(tx, telling, { taken, call })
}

/** The call that is named; where none is and exactly one is open to everybody, that one. */
async function callFor(tx: Tx, number: number | null, now: Date): Promise<Call | null> {
  const named = number === null ? null : await findVisibleCall(tx, NOBODY, number)
  if (named) return named
  const open = await tx
    .selectFrom('calls')
    .innerJoin('matters', 'matters.id', 'calls.id')
    .select('matters.number')
    .where('calls.announcedAt', 'is not', null)
    .where('calls.opensAt', '<=', now)
    .where('calls.closesAt', '>', now)
    .where('calls.audience', '=', 'anyone')
    .where('matters.visibility', '=', 'public')
    .limit(2)
    .execute()
  const [only, second] = open
  if (!only || second) return null
  const call = await findVisibleCall(tx, NOBODY, only.number)
  // “1: more buses”: where one call is open, a small number is one of its questions.
  const isQuestion = call?.questions.some(({ place }) => place === number)
  return number === null || isQuestion ? call : null
}

interface Said {
  baseUrl: string
  number: number | null
  call: Call | null
  taken: TakenWords | null
}

function sentence(t: Translate, { baseUrl, number, call, taken }: Said): string {
  if (!call) return number === null ? t(m.which) : t(m.unknown, { number })
  const url = `${baseUrl}/calls/${call.number}`
  if (taken?.ok) return received(t, { baseUrl, call, taken })
  if (taken?.why === 'not-open') return t(m.closed, { number: call.number, url })
  if (taken?.why === 'unread') return t(m.unread, { number: call.number, url: `${url}/by-mail` })
  return taken?.why === 'empty' ? t(m.empty, { number: call.number }) : t(m.members, { url })
}

function received(
  t: Translate,
  { baseUrl, call, taken }: { baseUrl: string; call: Call; taken: TakenWords & { ok: true } },
): string {
  const { number, key, reading } = taken
  const read = isOneOpenQuestion(call) ? '' : t(m.read, { read: readInShort(t, call, reading) })
  const said = reading.unread.map((one) => `“${one.said}”`).join(', ')
  const notRead = said === '' ? '' : t(m.notRead, { said })
  const receipt = t(m.taken, { number, key, url: `${baseUrl}/answers/${number}` })
  return [receipt, read, notRead].filter((words) => words !== '').join(' ')
}

/** The answer holds no number: only a keyed hash of it, so that two answers from one telephone can be looked at together. */
async function keepPrint(
  tx: Tx,
  { house }: TextHouse,
  { id, from, call }: { id: string; from: string; call: Call },
): Promise<void> {
  const hash = keyedHash(house.secret, `telephone in call ${call.id}`, from)
  await tx
    .insertInto('answerPrints')
    .values({ answerId: id, hash, until: addDays(call.closesAt, PRINT_DAYS) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function writeText(
  tx: Tx,
  { house, now }: TextHouse,
  { to, words }: { to: string; words: string },
): Promise<void> {
  const numberHash = keyedHash(house.secret, 'answers to a telephone', to)
  const { sent } = await tx
    .selectFrom('textsOut')
    .select(sql<number>`count(*)::int`.as('sent'))
    .where('numberHash', '=', numberHash)
    .where('madeAt', '>', new Date(now.getTime() - 3_600_000))
    .executeTakeFirstOrThrow()
  if (sent >= ANSWERS_AN_HOUR) return
  await tx
    .insertInto('textsOut')
    .values({ id: unorderedId(), toNumber: to, numberHash, words, madeAt: now, nextTryAt: now })
    .execute()
}
