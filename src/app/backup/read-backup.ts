import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { OperatorError } from '#core/operator-error.ts'
import {
  type BackupEnd,
  type BackupHeader,
  END_OF_ROWS,
  endShape,
  FORMAT,
  headerShape,
  tableShape,
} from './format.ts'

const LINE_FEED = 0x0a
const END = Buffer.from(END_OF_ROWS)
const END_AFTER_A_ROW = Buffer.from(`\n${END_OF_ROWS}`)
/** A header line holds names of migrations and columns; anything near this is no backup. */
const LONGEST_LINE = 1_000_000

/** Reads a backup from its beginning to its end, piece by piece, and hashes what goes by. */
export class BackupReader {
  readonly #file: string
  readonly #pieces: AsyncIterator<Buffer>
  readonly #hash = createHash('sha256')
  #rest: Buffer = Buffer.alloc(0)

  constructor(file: string) {
    this.#file = file
    const source = createReadStream(file)
    const gunzip = createGunzip()
    source.on('error', (error) => gunzip.destroy(error))
    this.#pieces = source.pipe(gunzip)[Symbol.asyncIterator]()
  }

  /** The first two lines. Throws a sentence when this is no backup of ours. */
  async header(): Promise<BackupHeader> {
    const first = await this.#line()
    if (first !== FORMAT)
      throw new OperatorError(
        `${this.#file} is no backup that this version reads: it does not begin with “${FORMAT}”.`,
      )
    return headerShape.parse(JSON.parse(await this.#line()))
  }

  /** The next table, whose rows are to be read before anything else, or the end. */
  async next(): Promise<{ table: string; columns: string[] } | BackupEnd> {
    const line = await this.#line()
    if (line.startsWith('copy ')) return tableShape.parse(JSON.parse(line.slice(5)))
    if (!line.startsWith('end ')) throw this.#damaged('a line in it is neither a table nor the end')
    const end = endShape.parse(JSON.parse(line.slice(4)))
    const digest = this.#hash.digest('hex')
    if ((await this.#line(false)) !== `sha256 ${digest}`) throw this.#damaged('its checksum does not fit')
    return end
  }

  /** The rows of the table, as PostgreSQL wrote them, up to the line that ends them. */
  async *rows(): AsyncGenerator<Buffer> {
    let isAtLineStart = true
    for (;;) {
      if (this.#rest.length < END.length) await this.#more()
      if (isAtLineStart && this.#rest.subarray(0, END.length).equals(END)) break
      const end = this.#rest.indexOf(END_AFTER_A_ROW)
      const length = end >= 0 ? end + 1 : Math.max(0, this.#rest.length - END.length)
      if (length > 0) {
        const piece = this.#take(length)
        isAtLineStart = piece.at(-1) === LINE_FEED
        yield piece
      }
      if (end < 0) await this.#more()
    }
    this.#take(END.length)
  }

  async #line(isHashed = true): Promise<string> {
    let end = this.#rest.indexOf(LINE_FEED)
    while (end < 0) {
      if (this.#rest.length > LONGEST_LINE) throw this.#damaged('a line in it never ends')
      await this.#more()
      end = this.#rest.indexOf(LINE_FEED)
    }
    const line = this.#take(end + 1, isHashed)
    return line.subarray(0, -1).toString()
  }

  #take(length: number, isHashed = true): Buffer {
    const piece = this.#rest.subarray(0, length)
    this.#rest = this.#rest.subarray(length)
    if (isHashed) this.#hash.update(piece)
    return piece
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#pieces.next().catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new OperatorError(`There is no file ${this.#file}.`)
      throw this.#damaged('it cannot be unpacked')
    })
    if (done) throw this.#damaged('it ends before its end')
    this.#rest = Buffer.concat([this.#rest, value])
  }

  #damaged(how: string): OperatorError {
    return new OperatorError(
      `${this.#file} is cut short or damaged: ${how}. Nothing was restored; take another backup.`,
    )
  }
}
