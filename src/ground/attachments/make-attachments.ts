import type { FieldProblem } from '#core/http/answer.ts'
import type { UploadedFile } from '#core/http/exchange.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { type MediaType, mediaTypeOf } from './media-type-of.ts'
import { m, UNFIT_MESSAGES } from './messages.ts'
import { rewritePdf } from './pdf/rewrite-pdf.ts'
import { type Remade, remakePicture } from './remake-picture.ts'

export const MOST_ATTACHMENTS = 4
export const MOST_BYTES = 8 * 1024 * 1024
const MOST_REMADE_BYTES = 16 * 1024 * 1024

/** The route's own limit: one more than is taken, so that the fifth is answered with a sentence. */
export const UPLOADS = { most: MOST_ATTACHMENTS + 1, bytesEach: MOST_BYTES }

/** A file as it is kept: made anew, without a name. */
export interface Attachment {
  mediaType: MediaType
  bytes: Buffer
  sha256: Buffer
}

/** What could be taken, and a sentence for each that could not. */
export type Made =
  | { ok: true; attachments: Attachment[] }
  | { ok: false; attachments: Attachment[]; problems: FieldProblem[] }

/** Makes every uploaded file anew, with one sentence for each that cannot be taken, in the order they were chosen. */
export async function makeAttachments(files: readonly UploadedFile[], t: Translate): Promise<Made> {
  if (files.length > MOST_ATTACHMENTS) return refused([t(m.tooMany, { most: MOST_ATTACHMENTS })], [])
  const attachments: Attachment[] = []
  const problems: string[] = []
  for (const [at, file] of files.entries()) {
    const made = await makeOne(file, t)
    if (typeof made === 'string') problems.push(t(m.fileNumber, { place: at + 1, problem: made }))
    else attachments.push(made)
  }
  return problems.length > 0 ? refused(problems, attachments) : { ok: true, attachments }
}

function refused(messages: readonly string[], attachments: Attachment[]): Made {
  return { ok: false, attachments, problems: messages.map((message) => ({ field: 'files', message })) }
}

/** One file made anew, or the sentence why it cannot be taken. */
export async function makeOne(file: UploadedFile, t: Translate): Promise<Attachment | string> {
  if (file.isTooLarge) return t(m.tooLarge, { megabytes: MOST_BYTES / 1024 / 1024 })
  const mediaType = mediaTypeOf(file.bytes)
  if (!mediaType) return t(m.notTaken)
  const remade = withinBounds(
    mediaType === 'application/pdf'
      ? await rewritePdf(file.bytes)
      : await remakePicture(file.bytes, mediaType),
  )
  if (!remade.ok) return t(UNFIT_MESSAGES[remade.why])
  return { mediaType, bytes: remade.bytes, sha256: sha256(remade.bytes) }
}

function withinBounds(remade: Remade): Remade {
  return remade.ok && remade.bytes.length > MOST_REMADE_BYTES ? { ok: false, why: 'grew-too-large' } : remade
}
