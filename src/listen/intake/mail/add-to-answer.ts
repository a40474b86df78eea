import type { Tx } from '#core/db/connect.ts'
import { speakerOf } from '#core/i18n/speaker-of.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import { callById } from '../../calls/index.ts'
import { replyAddress } from './addresses.ts'
import { addLetter } from './answer-letters.ts'
import { correctAnswer, whatWasUnclear } from './correct-answer.ts'
import { m } from './messages.ts'
import { apology, tongueOf } from './refusal-letter.ts'
import type { Arrived } from './take-in-mail.ts'
import { tellClerks } from './tell-clerks.ts'

/** A reply to the letter about an answer: where it answers by number it corrects it; otherwise it goes to the clerks, beside the answer, which stays as it was
 * given. */
export async function addToAnswer(arrived: Arrived, number: number) {
  const { house, read, checks, replyTo, receivedAt } = arrived
  const answer = await findAnswer(arrived, number)
  const { t } = await tongueOf(arrived, answer)
  return async (tx: Tx): Promise<'taken' | 'told'> => {
    const now = house.clock.now()
    const back = { to: replyTo, inReplyTo: read.messageId }
    if (!answer || read.words === '') {
      const why = answer ? ('empty' as const) : ('unknown' as const)
      const sorry = apology(t, {
        number,
        call: answer?.call ?? null,
        why,
        at: receivedAt,
        baseUrl: house.house.baseUrl,
      })
      await writeLetter(tx, { ...back, ...sorry }, now)
      return 'told'
    }
    if (await correctAnswer(tx, arrived, { answer, number, t })) return 'taken'
    await addLetter(tx, { answerId: answer.id, fromBody: null, words: read.words, checks, at: receivedAt })
    const domain = house.house.routesIn?.mailDomain ?? ''
    const subject = t(m.addedSubject, { number })
    const unclear = await whatWasUnclear(tx, arrived, { answer, number, t })
    const text = [t(m.added, { body: answer.call.body.name, number }), ...unclear].join('\n\n')
    const again = replyAddress(number, { domain, secret: house.house.secret })
    await writeLetter(tx, { ...back, subject, text, replyTo: again }, now)
    const { baseUrl } = house.house
    const url = `${baseUrl}/answers/${number}/letters`
    await tellClerks(
      tx,
      { now, baseUrl, speak: speakerOf(house) },
      {
        bodyId: answer.call.body.id,
        letter: (t) => ({ subject: t(m.clerkSubject, { number }), text: t(m.clerkText, { number, url }) }),
      },
    )
    return 'taken'
  }
}

async function findAnswer({ house }: Arrived, number: number) {
  const row = await house.db
    .selectFrom('answers')
    .innerJoin('matters', 'matters.id', 'answers.id')
    .select(['answers.id', 'answers.callId', 'matters.language'])
    .where('matters.number', '=', number)
    .executeTakeFirst()
  const call = row ? await callById(house.db, row.callId) : null
  return row && call ? { id: row.id, language: row.language, call } : null
}
