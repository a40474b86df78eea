import type { Tx } from '#core/db/connect.ts'
import { speakerOf } from '#core/i18n/speaker-of.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import type { TakenWords } from '../take-in-words.ts'
import { keepWords } from '../unplaced/keep-words.ts'
import type { Mailed } from './answer-call.ts'
import { tellOnce } from './pace.ts'
import { apology } from './refusal-letter.ts'
import type { Arrived } from './take-in-mail.ts'
import { unreadLetter } from './unread-letter.ts'

interface WhyNot {
  number: number
  mailed: Mailed | null
  taken: TakenWords | null
  t: Translate
}

/** Why a mail was not taken in, and what to do; words that answer no question are kept for a person. */
export async function sayWhyNot(tx: Tx, arrived: Arrived, whyNot: WhyNot): Promise<void> {
  const { number, mailed, taken, t } = whyNot
  const { house, replyTo, read } = arrived
  const now = house.clock.now()
  const why = taken && !taken.ok ? taken.why : 'unknown'
  // Whoever can try again is told each time. That a call is closed is told once.
  const isEachTime = why === 'empty' || why === 'too-long' || why === 'unread'
  const what = isEachTime ? `${why} ${arrived.hash}` : `${why} ${number}`
  await tellOnce(tx, { to: replyTo, what, secret: house.house.secret, now }, async () => {
    const back = { to: replyTo, inReplyTo: read.messageId }
    if (mailed && taken && why === 'unread') {
      await keepUnread(tx, arrived, mailed)
      return writeLetter(tx, { ...back, ...unreadLetter(arrived, { mailed, taken, t }) }, now)
    }
    const { baseUrl } = house.house
    const call = mailed?.call ?? null
    const sorry = apology(t, { number, call, why, at: arrived.receivedAt, baseUrl })
    await writeLetter(tx, { ...back, ...sorry }, now)
  })
}

function keepUnread(tx: Tx, { house, read, replyTo, receivedAt }: Arrived, { call, language }: Mailed) {
  const telling = { now: house.clock.now(), baseUrl: house.house.baseUrl, speak: speakerOf(house) }
  const words = read.words
  return keepWords(tx, telling, { call, route: 'e-mail', language, words, replyTo, at: receivedAt })
}
