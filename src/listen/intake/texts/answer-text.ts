import { sql } from 'kysely'
import { NOBODY } from '#core/access/viewer.ts'
import type { Tx } from '#core/db/connect.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { keyedHash } from '#core/ids/hashes.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { addDays } from '#core/time/days.ts'
import { languageOf } from '#propose/submissions/index.ts'
import { type Call, findVisibleCall } from '../../calls/index.ts'
import { type TakenWords, takeInWords } from '../take-in-words.ts'
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
  const read = readText(text.words.replaceAll('\0', ''))
  const call = await callFor(tx, read.call, where.now)
  const words = call && read.call !== call.number ? text.words.trim() : read.words
  const language = await languageOf(words, call?.language ?? where.house.languages[0] ?? 'en')
  const taken = call
    ? await takeInWords(tx, {
        call,
        route: 'text',
        words,
        language,
        source: `text:${text.source}`,
        name: null,
        email: null,
        at: text.at,
      })
    : null
  if (taken?.ok && call) await keepPrint(tx, where, { id: taken.id, from: text.from, call })
  const said = sentence(where.speak(language), {
    baseUrl: where.house.baseUrl,
    number: read.call,
    call,
    taken,
  })
  await writeText(tx, where, { to: text.from, words: said })
  return taken?.ok ? taken.id : null
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
  return only && !second && number === null ? findVisibleCall(tx, NOBODY, only.number) : null
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
  if (taken?.ok)
    return t(m.taken, { number: taken.number, key: taken.key, url: `${baseUrl}/answers/${taken.number}` })
  if (taken?.why === 'not-open') return t(m.closed, { number: call.number, url })
  return taken?.why === 'empty' ? t(m.empty, { number: call.number }) : t(m.members, { url })
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
