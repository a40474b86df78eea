import type { Tx } from '#core/db/connect.ts'
import { speakerOf } from '#core/i18n/speaker-of.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import { callById } from '../../calls/index.ts'
import { replyAddress } from './addresses.ts'
import { addLetter } from './answer-letters.ts'
import { correctAnswer, whatWasUnclear } from './correct-answer.ts'
import { m } from './messages.ts'
import { apology, tongueOf } from './refusal-letter.ts'
import type { Arrived } from './take-in-mail.ts'
import { tellClerks } from './tell-clerks.ts'

/**
 * A reply to the letter about an answer: where it answers by number it corrects it; otherwise it goes to the clerks, beside the
 * answer, which stays as it was given.
 */
export async function addToAnswer(arrived: Arrived, number: number) {
  const answer = await findAnswer(arrived, number)
  const { t } = await tongueOf(arrived, answer)
  return async (tx: Tx): Promise<'taken' | 'told'> => {
    const { words } = arrived.read
    if (!answer || words === '') {
      const why = answer ? ('empty' as const) : ('unknown' as const)
      const { baseUrl } = arrived.house.house
      const call = answer?.call ?? null
      await writeBack(tx, arrived, apology(t, { number, call, why, at: arrived.receivedAt, baseUrl }))
      return 'told'
    }
    if (await correctAnswer(tx, arrived, { answer, number, t })) return 'taken'
    await putBeside(tx, arrived, { answer, number, t })
    return 'taken'
  }
}

interface Beside {
  answer: NonNullable<Awaited<ReturnType<typeof findAnswer>>>
  number: number
  t: Translate
}

async function putBeside(tx: Tx, arrived: Arrived, { answer, number, t }: Beside): Promise<void> {
  const { house, read, checks, receivedAt } = arrived
  const { baseUrl, routesIn, secret } = house.house
  const { body } = answer.call
  await addLetter(tx, { answerId: answer.id, fromBody: null, words: read.words, checks, at: receivedAt })
  const unclear = await whatWasUnclear(tx, arrived, { answer, number, t })
  await writeBack(tx, arrived, {
    subject: t(m.addedSubject, { number }),
    text: [t(m.added, { body: body.name, number }), ...unclear].join('\n\n'),
    replyTo: replyAddress(number, { domain: routesIn?.mailDomain ?? '', secret }),
  })
  const url = `${baseUrl}/answers/${number}/letters`
  const letter = (t: Translate) => ({
    subject: t(m.clerkSubject, { number }),
    text: t(m.clerkText, { number, url }),
  })
  const teller = { now: house.clock.now(), baseUrl, speak: speakerOf(house) }
  await tellClerks(tx, teller, { bodyId: body.id, letter })
}

async function writeBack(
  tx: Tx,
  { house, read, replyTo }: Arrived,
  letter: { subject: string; text: string; replyTo?: string },
): Promise<void> {
  await writeLetter(tx, { to: replyTo, inReplyTo: read.messageId, ...letter }, house.clock.now())
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
