import type { Tx } from '#core/db/connect.ts'
import { unorderedId } from '#core/ids/ids.ts'
import type { Call } from '../../calls/index.ts'
import { type Telling, tellClerks } from '../mail/tell-clerks.ts'
import { m } from './messages.ts'

interface Kept {
  call: Call
  route: 'e-mail' | 'text'
  language: string
  words: string
  replyTo: string | null
  at: Date
}

/**
 * Keeps words that answer no question as far as we can read, and calls the clerks: nobody wrote in vain. They are called once until they
 * have read what waits: a flood of such words is one letter.
 */
export async function keepWords(
  tx: Tx,
  telling: Telling,
  { call, route, language, words, replyTo, at }: Kept,
): Promise<void> {
  const row = { id: unorderedId(), callId: call.id, route, language, words, replyTo, receivedAt: at }
  const isFirst = !(await areSomeWaiting(tx, call.id))
  await tx.insertInto('wordsUnplaced').values(row).execute()
  if (!isFirst) return
  const url = `${telling.baseUrl}/calls/${call.number}/unplaced`
  const title = call.title ?? `${call.number}`
  await tellClerks(tx, telling, {
    bodyId: call.body.id,
    letter: (t) => ({
      subject: t(m.clerkSubject, { call: title }),
      text: t(m.clerkText, { call: title, url }),
    }),
  })
}

async function areSomeWaiting(tx: Tx, callId: string): Promise<boolean> {
  const waiting = await tx
    .selectFrom('wordsUnplaced')
    .select('id')
    .where('callId', '=', callId)
    .where('settledAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return waiting !== undefined
}
