import { NOBODY } from '#core/access/viewer.ts'
import type { Tx } from '#core/db/connect.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import { type Attachment, MOST_ATTACHMENTS, makeOne } from '#ground/attachments/make-attachments.ts'
import { type Call, findVisibleCall } from '../../calls/index.ts'
import { type TakenWords, takeInWords } from '../take-in-words.ts'
import { addLetter } from './answer-letters.ts'
import { claimUrl, memberWithAddress } from './claim.ts'
import { m } from './messages.ts'
import { tellOnce } from './pace.ts'
import { MOST_FILE_BYTES } from './read-mail.ts'
import { writeReceipt } from './receipt-letter.ts'
import { apology, tongueOf } from './refusal-letter.ts'
import type { Arrived } from './take-in-mail.ts'

/** A mail to a call: an answer with its receipt, or one sentence why not. What takes long is done before the transaction. */
export async function answerCall(arrived: Arrived, number: number) {
  const { house, read } = arrived
  const call = await findVisibleCall(house.db, NOBODY, number)
  const tongue = await tongueOf(arrived, call)
  const files = call ? await madeFiles(arrived, tongue.t) : { attachments: [], refused: [] }
  return async (tx: Tx): Promise<'taken' | 'told'> => {
    const taken = call
      ? await takeInWords(tx, {
          call,
          route: 'e-mail',
          words: read.words,
          language: tongue.language,
          source: `e-mail:${arrived.hash}:${number}`,
          name: read.from.name.slice(0, 120) || null,
          email: arrived.replyTo,
          attachments: files.attachments,
          at: arrived.receivedAt,
        })
      : null
    if (!call || !taken?.ok) {
      await sayWhyNot(tx, arrived, {
        number,
        call,
        why: taken && !taken.ok ? taken.why : 'unknown',
        t: tongue.t,
      })
      return 'told'
    }
    await keepOriginal(tx, arrived, taken)
    const claim = await claimFor(tx, arrived, taken)
    await writeReceipt(tx, arrived, { call, taken, refusedFiles: files.refused, claim, t: tongue.t })
    return 'taken'
  }
}

type Tongue = Awaited<ReturnType<typeof tongueOf>>

async function madeFiles({ read }: Arrived, t: Tongue['t']) {
  const attachments: Attachment[] = []
  const refused: { name: string; problem: string }[] = []
  for (const file of read.files) {
    const made =
      attachments.length >= MOST_ATTACHMENTS
        ? t(m.tooManyFiles, { most: MOST_ATTACHMENTS })
        : file.isTooLarge
          ? t(m.tooLargeFile, { megabytes: MOST_FILE_BYTES / 1024 / 1024 })
          : await makeOne(file, t)
    if (typeof made === 'string') refused.push({ name: file.name, problem: made })
    else attachments.push(made)
  }
  return { attachments, refused }
}

async function keepOriginal(
  tx: Tx,
  { read, checks, receivedAt }: Arrived,
  { id }: { id: string },
): Promise<void> {
  const words = [read.subject, read.original].filter((text) => text.trim() !== '').join('\n\n')
  await addLetter(tx, { answerId: id, fromBody: null, words, checks, at: receivedAt })
}

/** Only where the domain of From itself signed the mail: anybody can write any address there. */
async function claimFor(
  tx: Tx,
  { house, checks, replyTo }: Arrived,
  taken: TakenWords & { ok: true },
): Promise<string | null> {
  if (checks.aligned === undefined) return null
  const member = await memberWithAddress(tx, replyTo)
  return member && claimUrl(house.house, { number: taken.number, answerId: taken.id, personId: member.id })
}

interface WhyNot {
  number: number
  call: Call | null
  why: (TakenWords & { ok: false })['why'] | 'unknown'
  t: Tongue['t']
}

async function sayWhyNot(tx: Tx, arrived: Arrived, { number, call, why, t }: WhyNot): Promise<void> {
  const { house, replyTo, read } = arrived
  const now = house.clock.now()
  // A mail without words is told each time: its writer tries again. That a call is closed is told once.
  const key = why === 'empty' || why === 'too-long' ? `${why} ${arrived.hash}` : `${why} ${number}`
  await tellOnce(tx, { to: replyTo, what: key, secret: house.house.secret, now }, () =>
    writeLetter(
      tx,
      {
        to: replyTo,
        inReplyTo: read.messageId,
        ...apology(t, { number, call, why, at: arrived.receivedAt, baseUrl: house.house.baseUrl }),
      },
      now,
    ),
  )
}
