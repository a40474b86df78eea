import { isLanguage } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { languageOf } from '#propose/submissions/index.ts'
import type { Call } from '../../calls/index.ts'
import { m } from './messages.ts'
import type { Arrived } from './take-in-mail.ts'

/** The language that words of a mail are in, and the one we answer in: theirs where we speak it. */
export async function tongueOf(
  { house, read }: Arrived,
  call: Pick<Call, 'language'> | null,
  words = `${read.subject}\n${read.words}`,
) {
  const own = house.house.languages[0] ?? 'en'
  const language = await languageOf(words, call?.language ?? own)
  const spoken = [language, call?.language].find(
    (one) => isLanguage(one) && house.house.languages.includes(one),
  )
  return { language, t: house.translators.for(spoken ?? own) }
}

interface Why {
  number: number
  call: Call | null
  why: 'unknown' | 'not-open' | 'not-for-you' | 'empty' | 'too-long' | 'unread'
  at: Date
  baseUrl: string
}

const MOST_CHARACTERS = 10_000

/** One polite sentence: what happened to the mail, and what to do. */
export function apology(
  t: Translate,
  { number, call, why, at, baseUrl }: Why,
): { subject: string; text: string } {
  if (!call || why === 'unknown')
    return { subject: t(m.unknownSubject), text: t(m.unknown, { number, url: `${baseUrl}/calls` }) }
  const about = { call: call.title ?? `${number}`, url: `${baseUrl}/calls/${number}` }
  if (why === 'not-open' && at < call.opensAt)
    return {
      subject: t(m.notYetSubject, about),
      text: t(m.notYet, { ...about, moment: t.moment(call.opensAt) }),
    }
  if (why === 'not-open')
    return {
      subject: t(m.closedSubject, about),
      text: t(m.closed, { ...about, moment: t.moment(call.closesAt) }),
    }
  if (why === 'not-for-you') return { subject: t(m.membersSubject, about), text: t(m.members, about) }
  if (why === 'too-long')
    return { subject: t(m.longSubject), text: t(m.long, { ...about, most: MOST_CHARACTERS }) }
  return { subject: t(m.emptySubject), text: t(m.empty, about) }
}
