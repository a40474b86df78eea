import { fromBase64, toBase64 } from './bytes.ts'
import { HASH_BYTES } from './hashing.ts'

/** What a record says of itself at one moment (C2SP tlog-checkpoint). Its text is signed as a note. */
export interface Checkpoint {
  /** The record's lasting name, such as `moot.example.org/record`. */
  origin: string
  /** Number of leaves. */
  size: number
  root: Uint8Array
}

/** The three lines that are signed, each ended by a line feed. We write no extension lines: nobody could audit them. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  if (root.length !== HASH_BYTES) throw new RangeError('a root has 32 bytes')
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`no tree has ${size} leaves`)
  return `${origin}\n${size}\n${toBase64(root)}\n`
}

/** The checkpoint in a note's text, or null. Extension lines of others are passed over, empty ones refused. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin, size = '', hash = '', ...more] = text.slice(0, -1).split('\n')
  const root = fromBase64(hash)
  if (!text.endsWith('\n') || !origin || !/^(?:0|[1-9]\d{0,15})$/.test(size) || more.includes('')) return null
  if (root?.length !== HASH_BYTES || !Number.isSafeInteger(Number(size))) return null
  return { origin, size: Number(size), root }
}
