import type { Tx } from '#core/db/connect.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import type { Call } from '../../calls/index.ts'
import { howAgain, isOneOpenQuestion } from '../numbered/how-to-answer.ts'
import { quoted, type Reading, whatWasNot, whatWasRead } from '../numbered/what-was-read.ts'
import { replyAddress } from './addresses.ts'
import { m } from './messages.ts'
import type { Arrived } from './take-in-mail.ts'

interface Receipt {
  /** In the language of the letter, where it was translated. */
  call: Call
  taken: { number: number; key: string; isRepeat: boolean; reading: Reading }
  refusedFiles: readonly { name: string; problem: string }[]
  /** Where a member with this address confirms that it was them; null where nobody is asked. */
  claim: string | null
  /** Of the answer that this one corrects. */
  instead?: number
  t: Translate
}

/** The receipt goes back as a letter: number, key, promise, and the words as they were read. */
export async function writeReceipt(tx: Tx, arrived: Arrived, receipt: Receipt): Promise<void> {
  // The first time it was handed out with its key; the key is kept as a hash alone.
  if (receipt.taken.isRepeat) return
  const { house, replyTo, read } = arrived
  const { number } = receipt.taken
  const domain = house.house.routesIn?.mailDomain ?? ''
  await writeLetter(
    tx,
    {
      to: replyTo,
      subject: receipt.t(m.receiptSubject, { number }),
      text: paragraphsOf(arrived, receipt).join('\n\n'),
      replyTo: replyAddress(number, { domain, secret: house.house.secret }),
      inReplyTo: read.messageId,
    },
    house.clock.now(),
  )
}

function paragraphsOf({ house, read }: Arrived, receipt: Receipt): string[] {
  const { call, taken, refusedFiles, claim, instead, t } = receipt
  const { number, key, reading } = taken
  const day = t.day(new Date(`${call.promisedOn}T00:00:00Z`))
  const files = refusedFiles.map((file) => t(m.fileRefused, file)).join('\n')
  return [
    t(m.taken, { number, call: call.title ?? `${call.number}` }),
    ...(instead === undefined ? [] : [t(m.instead, { number: instead })]),
    t(m.promised, { body: call.body.name, promise: call.promise, day }),
    t(m.follow, { url: `${house.house.baseUrl}/answers/${number}` }),
    t(m.key, { key }),
    ...(files ? [t(m.filesRefused, { files })] : []),
    ...(claim ? [t(m.claim, { url: claim })] : []),
    ...whatWasNot(t, call, reading),
    t(m.replying, { body: call.body.name }),
    ...(isOneOpenQuestion(call) ? [] : [t(m.correcting)]),
    ...howAgain(t, call, reading.unread),
    isOneOpenQuestion(call) ? t(m.understood, { words: quoted(read.words) }) : whatWasRead(t, call, reading),
  ]
}
