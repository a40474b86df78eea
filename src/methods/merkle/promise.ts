import { fromBase64, toBase64 } from './bytes.ts'
import { HASH_BYTES } from './hashing.ts'
import { isInstant } from './instant.ts'

/** What the record undertakes at once, before the entry has its place. Its text is signed as a note by the record's key. */
export interface RecordPromise {
  leafHash: Uint8Array
  /** RFC 3339 in UTC, whole seconds: `2026-11-22T10:00:00Z`. */
  inTheRecordBy: string
}

const ORIGIN = 'folkmoot promise/v1'
const DUE = 'in the record by '

/** The three lines that are signed. `folkmoot promise/v1` is no record's origin, so that a promise is no checkpoint. */
export function promiseText({ leafHash, inTheRecordBy }: RecordPromise): string {
  if (leafHash.length !== HASH_BYTES) throw new RangeError('a leaf hash has 32 bytes')
  if (!isInstant(inTheRecordBy)) throw new TypeError('a promise names a time like 2026-11-22T10:00:00Z')
  return `${ORIGIN}\n${toBase64(leafHash)}\n${DUE}${inTheRecordBy}\n`
}

/** The promise in a note's text, or null. */
export function parsePromise(text: string): RecordPromise | null {
  const [origin, hash = '', due = '', end, ...more] = text.split('\n')
  const leafHash = fromBase64(hash)
  const inTheRecordBy = due.slice(DUE.length)
  if (origin !== ORIGIN || end !== '' || more.length > 0 || !due.startsWith(DUE)) return null
  return leafHash?.length === HASH_BYTES && isInstant(inTheRecordBy) ? { leafHash, inTheRecordBy } : null
}
