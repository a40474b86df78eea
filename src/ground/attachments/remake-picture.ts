import sharp, { type Sharp } from 'sharp'
import type { MediaType } from './media-type-of.ts'

const MOST_PIXELS = 60_000_000
const LONGEST_SIDE = 2_400
const SECONDS = 15

export type Remade = { ok: true; bytes: Buffer } | { ok: false; why: Unfit }

export type Unfit =
  | 'too-many-pixels'
  | 'broken'
  | 'locked'
  | 'has-scripts'
  | 'has-files'
  | 'unpacks-too-large'
  | 'grew-too-large'

/**
 * Decodes a picture and encodes it again, upright and at most 2,400 pixels wide or high. Only its pixels come through:
 * Exif, XMP, colour profiles, previews and whatever was hidden after the end stay behind.
 */
export async function remakePicture(
  bytes: Buffer,
  type: Exclude<MediaType, 'application/pdf'>,
): Promise<Remade> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, pages: 1, failOn: 'truncated' })
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    return { ok: true, bytes: await encoded(picture, type).toBuffer() }
  } catch (error) {
    const isTooLarge = error instanceof Error && /pixel limit|timeout/i.test(error.message)
    return { ok: false, why: isTooLarge ? 'too-many-pixels' : 'broken' }
  }
}

function encoded(picture: Sharp, type: MediaType): Sharp {
  if (type === 'image/png') return picture.png({ compressionLevel: 9 })
  return type === 'image/webp' ? picture.webp({ quality: 82 }) : picture.jpeg({ quality: 82, mozjpeg: true })
}
