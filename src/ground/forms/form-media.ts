import { mediaTypeOf } from '#ground/attachments/media-type-of.ts'

export type FormMedia =
  | 'application/pdf'
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'audio/mpeg'
  | 'audio/mp4'
  | 'audio/ogg'
  | 'video/mp4'
  | 'video/webm'
  | 'text/vtt'

const ENDINGS: Readonly<Record<FormMedia, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'text/vtt': 'vtt',
}

export const endingOf = (type: string) => ENDINGS[type as FormMedia] ?? 'bin'

export const ACCEPTED = Object.keys(ENDINGS)

/** What a file is by its first bytes; null for what is not taken. Its name may say anything. */
export function formMediaOf(bytes: Buffer): FormMedia | null {
  const known = mediaTypeOf(bytes)
  if (known) return known
  const start = bytes.subarray(0, 16)
  const text = start.toString('latin1')
  if (text.startsWith('ID3') || (start[0] === 0xff && ((start[1] ?? 0) & 0xe6) === 0xe2)) return 'audio/mpeg'
  if (text.startsWith('OggS')) return 'audio/ogg'
  if (start.length === 16 && start.readUInt32BE(0) === 0x1a45dfa3) return 'video/webm'
  if (text.slice(4, 8) === 'ftyp') return text.slice(8, 11) === 'M4A' ? 'audio/mp4' : 'video/mp4'
  return isCaptions(bytes) ? 'text/vtt' : null
}

/** WebVTT: text in UTF-8 that says so in its first line. */
function isCaptions(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return /^WEBVTT(?:[ \t\n\r]|$)/.test(text)
  } catch {
    return false
  }
}
