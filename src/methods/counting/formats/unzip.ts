import { inflateRawSync } from 'node:zlib'
import { PaperProblem } from './paper-problem.ts'

const END_OF_DIRECTORY = 0x06054b50
const LARGEST_ENTRY = 1 << 30

/** One file out of a ZIP archive (APPNOTE 6.3, stored or deflated), undefined where there is none of that name. */
export function unzipped(archive: Uint8Array, name: string): Uint8Array | undefined {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  let at = directoryStart(view)
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === 0x02014b50) {
    const nameLength = view.getUint16(at + 28, true)
    const entryName = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength))
    if (entryName === name) return entry(archive, view, at)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return undefined
}

function directoryStart(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return view.getUint32(at + 16, true)
  throw new PaperProblem(
    1,
    1,
    'The spreadsheet is damaged: its list of contents is missing. Save it again as .xlsx.',
  )
}

function entry(archive: Uint8Array, view: DataView, at: number): Uint8Array {
  const method = view.getUint16(at + 10, true)
  const packed = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const local = view.getUint32(at + 42, true)
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const bytes = archive.subarray(start, start + packed)
  if (method === 0) return bytes
  // A size is refused before it is unpacked, so that a small file cannot fill the memory.
  if (method !== 8 || size > LARGEST_ENTRY)
    throw new PaperProblem(1, 1, 'The spreadsheet is packed in a way that cannot be read. Save it as CSV.')
  return inflateRawSync(bytes, { maxOutputLength: LARGEST_ENTRY })
}
