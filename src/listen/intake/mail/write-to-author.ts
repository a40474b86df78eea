import type { Tx } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import type { House } from '#core/slice/house.ts'
import { replyAddress } from './addresses.ts'
import { addLetter } from './answer-letters.ts'
import type { MailedAnswer } from './find-mailed-answer.ts'
import { m } from './messages.ts'

interface ToAuthor {
  answer: MailedAnswer & { email: string }
  words: string
  house: House
  /** In the author's language where we speak it. */
  t: Translate
  once: Once
}

/** Writes to somebody who wrote by mail, by mail: it is the way they chose, and their reply comes back beside the answer. */
export async function writeToAuthor(
  tx: Tx,
  { answer, words, house, t, once }: ToAuthor,
): Promise<DoneOnce<{ number: number }>> {
  return doOnce(tx, once, async () => {
    const { number, body } = answer
    await addLetter(tx, { answerId: answer.id, fromBody: body.id, words, at: once.now })
    const domain = house.routesIn?.mailDomain
    await writeLetter(
      tx,
      {
        to: answer.email,
        subject: t(m.fromClerkSubject, { number, body: body.name }),
        text: words,
        replyTo: domain && replyAddress(number, { domain, secret: house.secret }),
      },
      once.now,
    )
    return { number }
  })
}
