import type { Attachment as MailPart, ParsedMail } from 'mailparser'
import type { UploadedFile } from '#core/http/exchange.ts'
import { cutQuotes } from './cut-quotes.ts'

/** A header as one line; empty where the mail has none. */
export interface MailHeaders {
  get(name: string): string
}

export interface MailRead {
  /** With its angle brackets; empty where it has none. */
  messageId: string
  subject: string
  /** What the person wrote, without what programs add. */
  words: string
  /** The whole text, as it came. */
  original: string
  /** As its head says; nobody has checked it. */
  from: { name: string; address: string }
  files: UploadedFile[]
  headers: MailHeaders
}

/** A megabyte of letters is a book; a longer text is not read further. */
const MOST_LETTERS = 1_000_000
export const MOST_FILE_BYTES = 20 * 1024 * 1024
/** Pictures inside a text, such as the sign under a name, are no attachments while they are small. */
const SMALL_PICTURE_BYTES = 40_000

/** Reads a mail of any charset, however broken. HTML becomes text; nothing of it is ever shown as HTML. */
export async function readMail(raw: Buffer): Promise<MailRead> {
  const { simpleParser } = await import('mailparser')
  const mail = await simpleParser(raw, {
    skipImageLinks: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    maxHtmlLengthToParse: MOST_LETTERS,
  })
  const original = storable(textOf(mail, raw)).slice(0, MOST_LETTERS)
  const subject = storable(mail.subject ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  const [from] = mail.from?.value ?? []
  return {
    messageId: mail.messageId ?? '',
    subject,
    words: cutQuotes(original) || (isReply(original) ? '' : withoutPrefix(subject)),
    original,
    from: { name: storable(from?.name ?? '').trim(), address: (from?.address ?? '').toLowerCase() },
    files: mail.attachments.filter(isMeant).map(fileOf),
    headers: headersOf(mail),
  }
}

/** The reader's own marks for pictures go; of a mail whose parts cannot be told apart the whole is its text. */
function textOf({ text, attachments }: ParsedMail, raw: Buffer): string {
  if (text !== undefined) return text.replace(/\[(https?|cid|data|file):[^\]\s]*\]/gi, '')
  if (attachments.length > 0) return ''
  const end = /\r?\n\r?\n/.exec(raw.subarray(0, MOST_LETTERS).toString('latin1'))
  return end ? raw.subarray(end.index + end[0].length, MOST_LETTERS).toString('utf8') : ''
}

/** PostgreSQL keeps no zero byte, and no half of a letter. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

const isReply = (original: string) => /^\s*>/m.test(original)

/** "Re: Fwd: AW: Buses" → "Buses": two or three letters and a colon, as programs put them before. */
const withoutPrefix = (subject: string) =>
  subject.replace(/^((re|fwd?|aw|wg|odp|pd|sv|vs|جواب)\s*:\s*)+/i, '')

function isMeant({ related, contentType, size }: MailPart): boolean {
  return !(related && contentType.startsWith('image/') && size < SMALL_PICTURE_BYTES)
}

function fileOf(part: MailPart): UploadedFile {
  const isTooLarge = part.size > MOST_FILE_BYTES
  return {
    field: 'files',
    name: storable(part.filename ?? part.contentType)
      .replace(/\s+/g, ' ')
      .slice(0, 120),
    bytes: isTooLarge ? Buffer.alloc(0) : part.content,
    isTooLarge,
  }
}

function headersOf({ headerLines }: ParsedMail): MailHeaders {
  const lines = new Map(headerLines.map(({ key, line }) => [key, line]))
  return {
    get: (name) =>
      (lines.get(name) ?? '')
        .slice(name.length + 1)
        .replace(/\s+/g, ' ')
        .trim()
        .toLowerCase(),
  }
}
