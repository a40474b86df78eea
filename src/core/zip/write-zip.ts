import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export interface ZipFile {
  /** Path inside the archive, with `/`. */
  name: string
  content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>
}

interface Written {
  name: Buffer
  offset: number
  crc: number
  packed: number
  unpacked: number
}

const VERSION = 20
// Sizes follow the content (bit 3), names are UTF-8 (bit 11).
const FLAGS = 0x0808
const DEFLATED = 8
const LARGEST = 0xffff_ffff

/**
 * A ZIP archive (APPNOTE 6.3.10, without its 64-bit extension), made piece by piece while its files are: nothing is held
 * but what is being packed. `at` is the time that each file carries. Throws past 4 GiB rather than write what no program opens.
 */
export async function* writeZip(
  files: Iterable<ZipFile> | AsyncIterable<ZipFile>,
  at: Date,
): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  for await (const { name, content } of files) {
    const file: Written = { name: Buffer.from(name), offset, crc: 0, packed: 0, unpacked: 0 }
    for await (const piece of partsOf(file, content, at)) {
      offset += piece.length
      yield piece
    }
    if (offset > LARGEST) throw new RangeError('the archive would be larger than 4 GiB')
    written.push(file)
  }
  const directory = Buffer.concat(written.map((file) => directoryEntry(file, at)))
  yield directory
  yield endOfDirectory({ files: written.length, size: directory.length, offset })
}

async function* partsOf(file: Written, content: ZipFile['content'], at: Date): AsyncGenerator<Buffer> {
  yield localHeader(file, at)
  const deflate = createDeflateRaw()
  const source = Readable.from(measured(file, content))
  source.on('error', (error) => deflate.destroy(error))
  for await (const piece of source.pipe(deflate) as AsyncIterable<Buffer>) {
    file.packed += piece.length
    yield piece
  }
  yield record('I I I I', [0x0807_4b50, file.crc, file.packed, file.unpacked])
}

async function* measured(file: Written, content: ZipFile['content']): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece)
    file.crc = crc32(bytes, file.crc)
    file.unpacked += bytes.length
    yield bytes
  }
}

function localHeader({ name }: Written, at: Date): Buffer {
  const { date, time } = dosTime(at)
  const fields = [0x0403_4b50, VERSION, FLAGS, DEFLATED, time, date, 0, 0, 0, name.length, 0]
  return Buffer.concat([record('I H H H H H I I I H H', fields), name])
}

function directoryEntry({ name, offset, crc, packed, unpacked }: Written, at: Date): Buffer {
  const { date, time } = dosTime(at)
  const start = [0x0201_4b50, VERSION, VERSION, FLAGS, DEFLATED, time, date, crc, packed, unpacked]
  const rest = [name.length, 0, 0, 0, 0, 0, offset]
  return Buffer.concat([record('I H H H H H H I I I H H H H H I I', [...start, ...rest]), name])
}

function endOfDirectory({ files, size, offset }: { files: number; size: number; offset: number }): Buffer {
  return record('I H H H H I I H', [0x0605_4b50, 0, 0, files, files, size, offset, 0])
}

/** Little-endian fields: `I` of four bytes, `H` of two. */
function record(shape: string, fields: readonly number[]): Buffer {
  const pieces = shape.split(' ').map((kind, place) => {
    const piece = Buffer.alloc(kind.startsWith('I') ? 4 : 2)
    piece.writeUIntLE(fields[place] ?? 0, 0, piece.length)
    return piece
  })
  return Buffer.concat(pieces)
}

/** Date and time as MS-DOS has them: from 1980, by two seconds. */
function dosTime(at: Date): { date: number; time: number } {
  const year = Math.max(0, at.getUTCFullYear() - 1980)
  return {
    date: (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
  }
}
