import { isUtf8 } from 'node:buffer'
import type { CsvProblem } from './csv-problem.ts'

/** The bytes are no UTF-8 text; `problem` says where and what to save instead. */
export class TextProblem extends Error {
  readonly problem: CsvProblem

  constructor(problem: CsvProblem) {
    super(problem.reason)
    this.problem = problem
  }
}

const SAVE_AS = 'Save it as "CSV UTF-8".'

/** Bytes → text, piece by piece, without the byte order mark. Throws `TextProblem` on anything but UTF-8. */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  const place = new Place()
  let held = Buffer.alloc(0)
  let isFirst = true
  for await (const piece of bytes) {
    const joined =
      held.length > 0
        ? Buffer.concat([held, piece])
        : Buffer.from(piece.buffer, piece.byteOffset, piece.length)
    if (isFirst && joined.length > 0) refuseOtherFormats(joined)
    if (joined.length > 0) isFirst = false
    const end = joined.length - unfinishedTail(joined)
    const whole = joined.subarray(0, end)
    held = Buffer.from(joined.subarray(end))
    refuseBadBytes(whole, place)
    place.pass(whole)
    const text = decoder.decode(whole, { stream: true })
    if (text !== '') yield text
  }
  refuseBadBytes(held, place)
}

function refuseOtherFormats(head: Buffer): void {
  const start = head.subarray(0, 4).toString('latin1')
  if (start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff'))
    throw new TextProblem({ line: 1, reason: `The file is saved as UTF-16. ${SAVE_AS}` })
  if (start.startsWith('PK') || start === '\xd0\xcf\x11\xe0')
    throw new TextProblem({ line: 1, reason: `This is a spreadsheet, not a CSV file. ${SAVE_AS}` })
}

function refuseBadBytes(whole: Buffer, place: Place): void {
  const zero = whole.indexOf(0)
  if (zero >= 0) {
    place.pass(whole.subarray(0, zero))
    throw new TextProblem({ ...place.now(), reason: `A zero byte stands here: this is not text. ${SAVE_AS}` })
  }
  if (isUtf8(whole)) return
  const at = firstBadByte(whole)
  place.pass(whole.subarray(0, at))
  throw new TextProblem({ ...place.now(), reason: wrongEncoding(whole[at] ?? 0) })
}

function wrongEncoding(byte: number): string {
  const hex = byte.toString(16).toUpperCase().padStart(2, '0')
  const sign = new TextDecoder('windows-1252').decode(Uint8Array.of(byte))
  return `The byte ${hex} is not UTF-8 (in the older Windows encoding it is "${sign}"). ${SAVE_AS}`
}

/** Halving finds the first byte that breaks the text: what stands before it is well formed. */
function firstBadByte(bytes: Buffer): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    const start = bytes.subarray(0, middle)
    if (isUtf8(start.subarray(0, middle - unfinishedTail(start)))) good = middle
    else bad = middle
  }
  return isUtf8(bytes.subarray(0, good)) ? good : good - unfinishedTail(bytes.subarray(0, good))
}

/** How many bytes at the end begin a sign whose rest has not come yet: 0 to 3. */
function unfinishedTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return lengthOfSign(byte) > back ? back : 0
  }
  return 0
}

function lengthOfSign(lead: number): number {
  if (lead >= 0xf0) return 4
  return lead >= 0xe0 ? 3 : 2
}

/** Line and column of the byte that comes next; columns are counted by commas outside quotation marks. */
class Place {
  #line = 1
  #column = 1
  #isQuoted = false

  pass(bytes: Buffer): void {
    for (const byte of bytes) {
      if (byte === 0x22) this.#isQuoted = !this.#isQuoted
      else if (byte === 0x0a) {
        this.#line += 1
        this.#column = this.#isQuoted ? this.#column : 1
      } else if (!this.#isQuoted && (byte === 0x2c || byte === 0x3b || byte === 0x09)) this.#column += 1
    }
  }

  now(): { line: number; column: number } {
    return { line: this.#line, column: this.#column }
  }
}
