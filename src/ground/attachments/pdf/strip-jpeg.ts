const MARKER = 0xff
const START_OF_SCAN = 0xda
const APP0 = 0xe0
const APP14 = 0xee
const APP15 = 0xef
const COMMENT = 0xfe

/**
 * A JPEG without its application segments and comments (ITU-T T.81, B.2.4.6): Exif with the place where it was taken,
 * XMP, previews. APP0 (JFIF) and APP14 (Adobe's colour transform) stay: without them colours may come out wrong.
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === MARKER) {
    const marker = bytes[at + 1] ?? 0
    if (marker === START_OF_SCAN) break
    const length = 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
    if (!isLeftOut(marker)) kept.push(bytes.subarray(at, at + length))
    at += length
  }
  kept.push(bytes.subarray(at))
  return Buffer.concat(kept)
}

function isLeftOut(marker: number): boolean {
  return marker === COMMENT || (marker > APP0 && marker <= APP15 && marker !== APP14)
}
