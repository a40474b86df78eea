import { NOBODY } from '#core/access/viewer.ts'
import type { Tx } from '#core/db/connect.ts'
import { speakerOf } from '#core/i18n/speaker-of.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { type Attachment, MOST_ATTACHMENTS, makeOne } from '#ground/attachments/make-attachments.ts'
import { type Call, findVisibleCall } from '../../calls/index.ts'
import type { Asked } from '../numbered/asked.ts'
import { type AskedCall, askedOf } from '../numbered/asked-of.ts'
import { wordsIn } from '../numbered/read-numbered.ts'
import { type TakenWords, takeInWords } from '../take-in-words.ts'
import { addLetter } from './answer-letters.ts'
import { claimUrl, memberWithAddress } from './claim.ts'
import { m } from './messages.ts'
import { MOST_FILE_BYTES } from './read-mail.ts'
import { writeReceipt } from './receipt-letter.ts'
import { tongueOf } from './refusal-letter.ts'
import { sayWhyNot } from './say-why-not.ts'
import type { Arrived } from './take-in-mail.ts'
import { tellOfUnclear } from './tell-of-unclear.ts'

/** A mail to a call: an answer with its receipt, or one sentence why not. What takes long is done before the transaction. */
export async function answerCall(arrived: Arrived, number: number) {
  const { house } = arrived
  const call = await findVisibleCall(house.db, NOBODY, number)
  const speaking = { languages: house.house.languages, speak: speakerOf(house) }
  const asked = call && (await askedOf(house.db, call, speaking))
  const tongue = await tongueOf(arrived, call, asked ? ownWords(arrived.read, asked.asked) : undefined)
  const files = call ? await madeFiles(arrived, tongue.t) : { attachments: [], refused: [] }
  return async (tx: Tx): Promise<'taken' | 'told'> => {
    const { attachments, refused } = files
    const mailed = call && asked && { call, asked, attachments, language: tongue.language }
    const taken = mailed && (await takeInMailed(tx, arrived, mailed))
    if (!mailed || !taken?.ok) {
      await sayWhyNot(tx, arrived, { number, mailed, taken, t: tongue.t })
      return 'told'
    }
    await keepOriginal(tx, arrived, taken)
    const claim = await claimFor(tx, arrived, taken)
    const read = mailed.asked.in(tongue.t.language)
    await writeReceipt(tx, arrived, { call: read, taken, refusedFiles: refused, claim, t: tongue.t })
    const telling = { now: house.clock.now(), baseUrl: house.house.baseUrl, speak: speaking.speak }
    await tellOfUnclear(tx, telling, { taken, call: mailed.call })
    return 'taken'
  }
}

/** What tells the language of a mail: not its numbers and letters, where it has other words. */
function ownWords({ words, subject }: Arrived['read'], asked: Asked): string {
  return wordsIn(words, asked) || `${subject}\n${words}`
}

/** A mail with the call that it is for, as it is read against it. */
export interface Mailed {
  call: Call
  asked: AskedCall
  language: string
  attachments: readonly Attachment[]
}

function takeInMailed(
  tx: Tx,
  { read, replyTo, hash, receivedAt }: Arrived,
  mailed: Mailed,
): Promise<TakenWords> {
  const { call, asked, language, attachments } = mailed
  return takeInWords(tx, {
    call,
    asked: asked.asked,
    route: 'e-mail',
    words: read.words,
    language,
    source: `e-mail:${hash}:${call.number}`,
    name: read.from.name.slice(0, 120) || null,
    email: replyTo,
    attachments,
    at: receivedAt,
  })
}

async function madeFiles({ read }: Arrived, t: Translate) {
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
