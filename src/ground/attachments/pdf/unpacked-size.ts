import { promisify } from 'node:util'
import { inflate } from 'node:zlib'

const inflated = promisify(inflate)

/** Bytes that all packed streams of a PDF may come to; a paper of 8 MB stays far below. */
export const MOST_UNPACKED_BYTES = 128 * 1024 * 1024

const STREAM = /stream\r?\n/g
const DICTIONARY_BYTES = 2_000

/**
 * True when the streams that a reader of a PDF unpacks on its own (object streams, cross references) and all other
 * flate streams stay within bounds; asked before anything is parsed, since parsing unpacks.
 */
export async function unpacksWithinBounds(bytes: Buffer): Promise<boolean> {
  const text = bytes.toString('latin1')
  let left = MOST_UNPACKED_BYTES
  for (const found of text.matchAll(STREAM)) {
    const from = found.index + found[0].length
    const dictionary = dictionaryBefore(text, found.index)
    if (/\/(?:ObjStm|XRef)\b/.test(dictionary) && !isPackedOnce(dictionary)) return false
    if (!/\/(?:FlateDecode|Fl)\b/.test(dictionary)) continue
    const size = await unpackedSize(bytes.subarray(from), left)
    if (size === null) return false
    left -= size
  }
  return true
}

/** The dictionary in front of a stream, with names written in hexadecimal (`/Obj#53tm`) spelt out. */
function dictionaryBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - DICTIONARY_BYTES), at)
  const dictionary = before.slice(before.lastIndexOf('obj') + 1)
  return dictionary.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

function isPackedOnce(dictionary: string): boolean {
  const filters = dictionary.match(/\/\w*(?:Decode|LZW|AHx|A85|RL|Fl)\b/g) ?? []
  return filters.every((filter) => filter === '/FlateDecode') && filters.length <= 1
}

async function unpackedSize(packed: Buffer, most: number): Promise<number | null> {
  try {
    return (await inflated(packed, { maxOutputLength: Math.max(1, most) })).length
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    // A stream that does not unpack is no danger here; whether the paper is whole, its reader finds out.
    return isTooLarge ? null : 0
  }
}
