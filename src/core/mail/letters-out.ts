import nodemailer from 'nodemailer'
import type { Db, Tx } from '../db/connect.ts'
import { orderedId } from '../ids/ids.ts'
import type { Letter } from './post.ts'

/** Writes a letter into the transaction that causes it: it goes out if and only if that commits. */
export async function writeLetter(tx: Tx | Db, letter: Letter, now: Date): Promise<void> {
  await tx
    .insertInto('lettersOut')
    .values({
      id: orderedId(now),
      toAddress: letter.to,
      subject: letter.subject,
      text: letter.text,
      stopUrl: letter.stopUrl ?? null,
      madeAt: now,
      nextTryAt: now,
    })
    .execute()
}

interface Sending {
  smtpUrl: string
  from: { name: string; address: string }
  now: Date
}

const BATCH = 50
const LONGEST_WAIT_MS = 6 * 3_600_000
const SERVER_TIMEOUT_MS = 20_000

/**
 * Sends what is due. A letter is marked sent after the server took it, so that a crash between the two sends it twice
 * rather than never; a server that hangs or refuses is tried again, later each time.
 */
export async function sendDueLetters(db: Db, { smtpUrl, from, now }: Sending): Promise<number> {
  const due = await db
    .selectFrom('lettersOut')
    .select(['id', 'toAddress', 'subject', 'text', 'attempts', 'stopUrl'])
    .where('sentAt', 'is', null)
    .where('nextTryAt', '<=', now)
    .orderBy('nextTryAt')
    .limit(BATCH)
    .execute()
  if (due.length === 0) return 0
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: SERVER_TIMEOUT_MS,
    socketTimeout: SERVER_TIMEOUT_MS,
  })
  let sent = 0
  for (const letter of due) {
    const isTaken = await transport
      .sendMail({
        from,
        to: letter.toAddress,
        subject: letter.subject,
        text: letter.text,
        headers: stopHeaders(letter),
      })
      .then(
        () => true,
        () => false,
      )
    await (isTaken ? markSent(db, letter.id, now) : tryLater(db, letter, now))
    if (isTaken) sent += 1
  }
  transport.close()
  return sent
}

function stopHeaders({ stopUrl }: { stopUrl: string | null }): Record<string, string> {
  if (stopUrl === null) return {}
  return { 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

async function markSent(db: Db, id: string, now: Date): Promise<void> {
  await db.updateTable('lettersOut').set({ sentAt: now }).where('id', '=', id).execute()
}

async function tryLater(db: Db, letter: { id: string; attempts: number }, now: Date): Promise<void> {
  const wait = Math.min(60_000 * 2 ** letter.attempts, LONGEST_WAIT_MS)
  await db
    .updateTable('lettersOut')
    .set({ attempts: letter.attempts + 1, nextTryAt: new Date(now.getTime() + wait) })
    .where('id', '=', letter.id)
    .execute()
}
