import nodemailer from 'nodemailer'
import type { Db, Tx } from '../db/connect.ts'
import { codeOf } from '../db/transaction.ts'
import { orderedId } from '../ids/ids.ts'
import { addDays } from '../time/days.ts'
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
      replyTo: letter.replyTo ?? null,
      inReplyTo: letter.inReplyTo || null,
      isReply: letter.inReplyTo !== undefined,
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
 * rather than never; both then carry the same Message-ID, by which mailboxes know them for one. A server that refuses a
 * letter is tried again with it, later each time; one that cannot be reached at all gets no further letter of this batch,
 * since each would wait for it in vain.
 */
export async function sendDueLetters(db: Db, { smtpUrl, from, now }: Sending): Promise<number> {
  const due = await dueLetters(db, now)
  if (due.length === 0) return 0
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: SERVER_TIMEOUT_MS,
    greetingTimeout: SERVER_TIMEOUT_MS,
    socketTimeout: SERVER_TIMEOUT_MS,
  })
  let sent = 0
  for (const [at, letter] of due.entries()) {
    const outcome = await transport.sendMail(asMail(letter, from)).then(
      () => 'taken' as const,
      (error: unknown) => (AWAY.has(codeOf(error) ?? '') ? 'away' : 'refused'),
    )
    if (outcome === 'taken') {
      await markSent(db, letter.id, now)
      sent += 1
    } else await tryLater(db, outcome === 'away' ? due.slice(at) : [letter], now)
    if (outcome === 'away') break
  }
  transport.close()
  return sent
}

/** Nodemailer's words for a server that was not reached, or said nothing. */
const AWAY = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'ECONNREFUSED', 'EAUTH'])

type DueLetter = Awaited<ReturnType<typeof dueLetters>>[number]

function dueLetters(db: Db, now: Date) {
  return db
    .selectFrom('lettersOut')
    .select(['id', 'toAddress', 'subject', 'text', 'attempts', 'stopUrl', 'replyTo', 'inReplyTo', 'isReply'])
    .where('sentAt', 'is', null)
    .where('nextTryAt', '<=', now)
    .orderBy('nextTryAt')
    .limit(BATCH)
    .execute()
}

function asMail(letter: DueLetter, from: Sending['from']) {
  const { id, toAddress, subject, text, replyTo, inReplyTo } = letter
  const domain = from.address.split('@')[1]
  return {
    from,
    to: toAddress,
    subject,
    text,
    messageId: `<${id}@${domain}>`,
    replyTo: replyTo ?? undefined,
    inReplyTo: inReplyTo ?? undefined,
    references: inReplyTo ?? undefined,
    headers: headersOf(letter, domain ?? ''),
  }
}

/** Each says that a program sent it, so that no other answers it, and what comes home to us is known for our own. */
function headersOf({ stopUrl, isReply }: DueLetter, domain: string): Record<string, string> {
  const stop = { 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
  return {
    'Auto-Submitted': isReply ? 'auto-replied' : 'auto-generated',
    'X-Loop': domain,
    ...(stopUrl === null ? {} : stop),
  }
}

async function markSent(db: Db, id: string, now: Date): Promise<void> {
  await db.updateTable('lettersOut').set({ sentAt: now }).where('id', '=', id).execute()
}

async function tryLater(db: Db, letters: readonly DueLetter[], now: Date): Promise<void> {
  for (const { id, attempts } of letters) {
    const wait = Math.min(60_000 * 2 ** attempts, LONGEST_WAIT_MS)
    await db
      .updateTable('lettersOut')
      .set({ attempts: attempts + 1, nextTryAt: new Date(now.getTime() + wait) })
      .where('id', '=', id)
      .execute()
  }
}

const SENT_KEPT_DAYS = 30
/** A letter that no server took for so long is news to nobody. */
const UNSENT_KEPT_DAYS = 90

/** Forgets letters: what was sent is in its reader's box, and an address is not kept for having been written to. */
export async function forgetOldLetters(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('lettersOut')
    .where((eb) =>
      eb.or([
        eb('sentAt', '<', addDays(now, -SENT_KEPT_DAYS)),
        eb('madeAt', '<', addDays(now, -UNSENT_KEPT_DAYS)),
      ]),
    )
    .execute()
}
