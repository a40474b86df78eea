import { sha256 } from '#core/ids/hashes.ts'
import type { SaidPart } from '#core/slice/define-slice.ts'

/** One paragraph of an original: what is translated at a time. */
export interface Segment {
  part: string
  /** Its place within the part, from 0. */
  place: number
  words: string
  hash: Buffer
}

const BETWEEN = /\n[^\S\n]*\n\s*/

/** An original cut into its paragraphs, in the order they are read. */
export function segmentsOf(parts: readonly SaidPart[]): Segment[] {
  return parts.flatMap(({ part, words }) =>
    paragraphsOf(words).map((paragraph, place) => ({
      part,
      place,
      words: paragraph,
      hash: sha256(paragraph),
    })),
  )
}

export function paragraphsOf(words: string): string[] {
  return words.split(BETWEEN).filter((paragraph) => paragraph.trim() !== '')
}

/** Paragraphs as one text again. */
export function joined(paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n')
}

/** A paragraph stays one, whatever was typed: an empty line in it would shift every paragraph after it. */
export function asOneParagraph(words: string): string {
  return words.replace(/\n\s*\n+/g, '\n').trim()
}

/** Tells whether an original is still what was translated. */
export function partHash(words: string): Buffer {
  return sha256(joined(paragraphsOf(words)))
}
