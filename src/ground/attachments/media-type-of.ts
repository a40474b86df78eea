export type MediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf'

export const MEDIA_TYPES: readonly MediaType[] = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf']

/** The endings under which they are downloaded. */
export const ENDINGS: Readonly<Record<MediaType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** What a file is by its first bytes; null for what is not taken. Its name may say anything. */
export function mediaTypeOf(bytes: Buffer): MediaType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (bytes.subarray(0, PNG.length).equals(PNG)) return 'image/png'
  const text = bytes.subarray(0, 12).toString('latin1')
  if (text.startsWith('RIFF') && text.endsWith('WEBP')) return 'image/webp'
  return text.startsWith('%PDF-') ? 'application/pdf' : null
}
