import { PaperProblem } from './paper-problem.ts'

const LINE_FEED = 0x0a
const RETURN = 0x0d
const QUOTE = 0x22
const SPACE = 0x20

/**
 * Walks the cells of a CSV file as bytes, without making strings: half a million papers are read in the time of one copy.
 * After `next()` the cell is `bytes[start … end - 1]`, spaces around it left out.
 */
export class CsvCells {
  readonly bytes: Uint8Array
  line = 1
  column = 0
  start = 0
  end = 0
  /** The cell stood between quotation marks; doubled ones inside are still doubled. */
  isQuoted = false
  isLastInRow = true
  #at: number
  readonly #delimiter: number

  constructor(bytes: Uint8Array, delimiter: number) {
    this.bytes = bytes
    this.#delimiter = delimiter
    this.#at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  }

  /** Bytes read so far. */
  get offset(): number {
    return this.#at
  }

  /** Goes to the next cell; false at the end of the file. Rows end with LF, CRLF or CR. */
  next(): boolean {
    const { bytes } = this
    if (this.isLastInRow && this.#at >= bytes.length) return false
    if (this.isLastInRow && this.column > 0) this.line += 1
    this.column = this.isLastInRow ? 1 : this.column + 1
    let at = this.#at
    while (bytes[at] === SPACE) at += 1
    this.isQuoted = bytes[at] === QUOTE
    if (this.isQuoted) at = this.#passQuoted(at)
    else {
      this.start = at
      let byte = bytes[at] ?? LINE_FEED
      while (byte !== this.#delimiter && byte !== LINE_FEED && byte !== RETURN) {
        at += 1
        byte = bytes[at] ?? LINE_FEED
      }
      this.end = at
      while (this.end > this.start && bytes[this.end - 1] === SPACE) this.end -= 1
    }
    this.#passEnd(at)
    return true
  }

  text(): string {
    const text = decoder.decode(this.bytes.subarray(this.start, this.end))
    return this.isQuoted ? text.replaceAll('""', '"').trim() : text
  }

  problem(reason: string): PaperProblem {
    return new PaperProblem(this.line, this.column, reason)
  }

  #passQuoted(opening: number): number {
    const { bytes } = this
    let at = opening + 1
    this.start = at
    while (at < bytes.length && (bytes[at] !== QUOTE || bytes[at + 1] === QUOTE)) {
      at += bytes[at] === QUOTE ? 2 : 1
    }
    if (at >= bytes.length) throw this.problem('The quotation mark that opens here is never closed.')
    this.end = at
    at += 1
    while (bytes[at] === SPACE) at += 1
    const after = bytes[at] ?? LINE_FEED
    if (after !== this.#delimiter && after !== LINE_FEED && after !== RETURN)
      throw this.problem(
        'After the closing quotation mark the cell must end. Double the marks inside a cell.',
      )
    return at
  }

  #passEnd(at: number): void {
    const byte = this.bytes[at]
    this.isLastInRow = byte !== this.#delimiter
    if (byte === RETURN && this.bytes[at + 1] === LINE_FEED) this.#at = at + 2
    else this.#at = at + 1
  }
}

const decoder = new TextDecoder('utf-8')

/** Comma, semicolon or tab: whichever stands most often in the first line. */
export function delimiterOf(bytes: Uint8Array): number {
  const lineEnd = bytes.findIndex((byte) => byte === LINE_FEED || byte === RETURN)
  const line = bytes.subarray(0, lineEnd < 0 ? bytes.length : lineEnd)
  const [comma = 0, semicolon = 0, tab = 0] = [0x2c, 0x3b, 0x09].map(
    (sign) => line.filter((byte) => byte === sign).length,
  )
  if (tab > comma && tab >= semicolon) return 0x09
  return semicolon > comma ? 0x3b : 0x2c
}
