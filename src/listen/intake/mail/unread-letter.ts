import type { Translate } from '#core/i18n/translate.ts'
import { howToAnswer } from '../numbered/how-to-answer.ts'
import { quoted, whatWasNot } from '../numbered/what-was-read.ts'
import type { TakenWords } from '../take-in-words.ts'
import { callAddress } from './addresses.ts'
import type { Mailed } from './answer-call.ts'
import { m } from './messages.ts'
import type { Arrived } from './take-in-mail.ts'

interface Unread {
  mailed: Mailed
  taken: TakenWords
  t: Translate
}

/** To whoever wrote what answers none of the questions: that it is kept, what was not clear, and how each question is answered. */
export function unreadLetter({ house, read }: Arrived, { mailed, taken, t }: Unread) {
  const call = mailed.asked.in(t.language)
  const title = call.title ?? `${call.number}`
  const { baseUrl, routesIn } = house.house
  const notRead = { ...taken.reading, beside: '' }
  return {
    subject: t(m.unreadSubject, { call: title }),
    text: [
      t(m.unread, { call: title, body: call.body.name }),
      ...whatWasNot(t, call, notRead),
      t(m.unreadHow, { url: `${baseUrl}/calls/${call.number}/answer` }),
      howToAnswer(t, call.questions),
      t(m.yourMail, { words: quoted(read.words) }),
    ].join('\n\n'),
    replyTo: callAddress(call.number, routesIn?.mailDomain ?? ''),
  }
}
