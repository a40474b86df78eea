import type { UploadedFile } from '#core/http/exchange.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { makeAttachments } from '#ground/attachments/make-attachments.ts'
import { type FormMedia, formMediaOf } from './form-media.ts'
import { m } from './messages.ts'

export const MOST_FILES = 4
export const MOST_BYTES = 32 * 1024 * 1024

/** One more than is taken, so that the fifth is answered with a sentence. */
export const UPLOADS = { most: MOST_FILES + 1, bytesEach: MOST_BYTES }

export interface TakenFile {
  mediaType: FormMedia
  bytes: Buffer
  sha256: Buffer
}

export type Taken = { ok: true; files: TakenFile[] } | { ok: false; problem: string }

/** Pictures and PDFs are made anew as everywhere; sound and moving pictures are kept as they are, and served so that nothing in them runs. */
export async function takeFiles(uploaded: readonly UploadedFile[], t: Translate): Promise<Taken> {
  if (uploaded.length > MOST_FILES) return { ok: false, problem: t(m.tooManyFiles, { most: MOST_FILES }) }
  const files: TakenFile[] = []
  for (const [at, file] of uploaded.entries()) {
    const place = at + 1
    if (file.isTooLarge)
      return { ok: false, problem: t(m.fileTooLarge, { place, megabytes: MOST_BYTES / 1024 / 1024 }) }
    const mediaType = formMediaOf(file.bytes)
    if (!mediaType) return { ok: false, problem: t(m.fileNotTaken, { place }) }
    const taken = await takeFile(file, mediaType, t)
    if (!taken) return { ok: false, problem: t(m.fileBroken, { place }) }
    files.push(taken)
  }
  return { ok: true, files }
}

async function takeFile(file: UploadedFile, mediaType: FormMedia, t: Translate): Promise<TakenFile | null> {
  if (mediaType === 'application/pdf' || mediaType.startsWith('image/')) {
    const made = await makeAttachments([file], t)
    return made.ok ? (made.attachments[0] ?? null) : null
  }
  return { mediaType, bytes: file.bytes, sha256: sha256(file.bytes) }
}
