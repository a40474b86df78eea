import type { Db } from '#core/db/connect.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { unorderedId } from '#core/ids/ids.ts'
import type { MailChecks } from './check-mail.ts'

export interface MailIn {
  /** What stands before the @ of our own addresses. */
  recipients: readonly string[]
  sender: string
  raw: Buffer
  checks: MailChecks
  now: Date
}

/** Keeps a mail for the job that takes it in; only then is it accepted. The same mail once more is kept once. */
export async function receiveMail(
  db: Db,
  { recipients, sender, raw, checks, now }: MailIn,
): Promise<{ isRepeat: boolean }> {
  const kept = await db
    .insertInto('mailsIn')
    .values({
      id: unorderedId(),
      hash: hashOf(raw, recipients),
      receivedAt: now,
      recipients: [...recipients],
      sender,
      raw,
      checks: JSON.stringify(checks),
      nextTryAt: now,
    })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .returning('id')
    .executeTakeFirst()
  return { isRepeat: kept === undefined }
}

/** A server that did not hear our answer sends it again, perhaps over another hop: its head may differ, its body does not. */
function hashOf(raw: Buffer, recipients: readonly string[]): Buffer {
  const end = raw.indexOf('\r\n\r\n')
  const head = raw.subarray(0, end === -1 ? raw.length : end).toString('latin1')
  const messageId = /^message-id:\s*(<[^>\r\n]+>)/im.exec(head)?.[1]
  const body = messageId === undefined || end === -1 ? raw : raw.subarray(end)
  return sha256(messageId ?? '', '\0', recipients.toSorted().join(' '), '\0', body)
}
