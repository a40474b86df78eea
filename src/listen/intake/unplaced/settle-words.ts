import type { Tx } from '#core/db/connect.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import type { Call } from '../../calls/index.ts'
import { m } from './messages.ts'

interface Settling {
  call: Call
  id: string
  by: string
  /** To its author; empty for none. */
  letter: string
  mailDomain: string | undefined
  speak(language: string): Translate
  now: Date
}

/** A person has read it: their letter goes out, the words and the address go. False where somebody was first. */
export async function settleWords(
  tx: Tx,
  { call, id, by, letter, mailDomain, speak, now }: Settling,
): Promise<boolean> {
  const held = await tx
    .selectFrom('wordsUnplaced')
    .select(['language', 'replyTo'])
    .where('id', '=', id)
    .where('callId', '=', call.id)
    .where('settledAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!held) return false
  if (held.replyTo !== null && letter !== '') {
    const title = call.title ?? `${call.number}`
    const subject = speak(held.language)(m.fromBody, { body: call.body.name, call: title })
    const replyTo = mailDomain && `call-${call.number}@${mailDomain}`
    await writeLetter(tx, { to: held.replyTo, subject, text: letter, replyTo }, now)
  }
  await tx
    .updateTable('wordsUnplaced')
    .set({ words: null, replyTo: null, settledAt: now, settledBy: by })
    .where('id', '=', id)
    .execute()
  return true
}
