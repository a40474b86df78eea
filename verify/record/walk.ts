import type { Bytes } from './hash.ts'
import { type Leaf, readLeaf } from './leaf.ts'
import { readTile, type Source } from './source.ts'

/** Up to 256 neighbouring leaves, as the record serves them twice: as entries and as hashes. */
export interface Stretch {
  /** Position of the first of them. */
  start: number
  /** How many there should be. */
  width: number
  /** As many as could be read; fewer than `width` when something is missing or cut short. */
  entries: Bytes[]
  hashes: Bytes[]
}

// Enough to hide the way to a far server, few enough not to be a burden to it.
const READ_AHEAD = 8

/** Reads leaves `from` up to `size`; starts with the whole tile that holds `from`. */
export async function* walk(source: Source, size: number, from = 0): AsyncGenerator<Stretch> {
  yield* ahead(source, { size, from, read: readStretch })
}

/** The hashes alone, a tile at a time, for those who only want to know the root. */
export async function* walkHashes(source: Source, size: number, from = 0): AsyncGenerator<Stretch> {
  yield* ahead(source, { size, from, read: readHashes })
}

/** Leaves from `from` on that say something about the record itself: changes of key, epochs. */
export async function aboutTheRecord(source: Source, size: number, from = 0) {
  const found: { index: number; leaf: Leaf }[] = []
  for await (const { start, entries } of walk(source, size, from)) {
    for (const [i, entry] of entries.entries()) {
      const read = readLeaf(entry)
      if ('leaf' in read && (read.leaf.key !== undefined || read.leaf.epoch !== undefined))
        found.push({ index: start + i, leaf: read.leaf })
    }
  }
  return found
}

type Read = (source: Source, index: number, width: number) => Promise<Stretch>

async function* ahead(source: Source, { size, from, read }: { size: number; from: number; read: Read }) {
  const tiles = Math.ceil(size / 256)
  const coming: Promise<Stretch>[] = []
  let next = Math.floor(from / 256)
  for (let index = next; index < tiles; index++) {
    while (next < tiles && coming.length < READ_AHEAD) {
      const stretch = read(source, next, Math.min(256, size - next * 256))
      // A later one may fail while an earlier one is looked at; whoever awaits it hears of it then.
      stretch.catch(() => {})
      coming.push(stretch)
      next++
    }
    const stretch = await coming.shift()
    if (stretch) yield stretch
  }
}

async function readStretch(source: Source, index: number, width: number): Promise<Stretch> {
  const [bundle, { hashes }] = await Promise.all([
    readTile(source, { level: 'entries', index, width }),
    readHashes(source, index, width),
  ])
  return { start: index * 256, width, entries: entriesIn(bundle, width), hashes }
}

async function readHashes(source: Source, index: number, width: number): Promise<Stretch> {
  const hashes = hashesIn(await readTile(source, { level: 0, index, width }), width)
  return { start: index * 256, width, entries: [], hashes }
}

/** Whole hashes of a tile, the first `width` of them. */
export function hashesIn(tile: Bytes | undefined, width: number): Bytes[] {
  const there = Math.min(width, Math.floor((tile?.length ?? 0) / 32))
  return Array.from({ length: there }, (_, i) => tile?.subarray(32 * i, 32 * i + 32) ?? Buffer.alloc(0))
}

/** Whole entries of a bundle: two bytes of length, large end first, then so many bytes. */
function entriesIn(bundle: Bytes | undefined, width: number): Bytes[] {
  const entries: Bytes[] = []
  let rest = Buffer.from(bundle ?? [])
  while (entries.length < width && rest.length >= 2 && rest.length - 2 >= rest.readUInt16BE()) {
    const end = 2 + rest.readUInt16BE()
    entries.push(rest.subarray(2, end))
    rest = rest.subarray(end)
  }
  return entries
}
