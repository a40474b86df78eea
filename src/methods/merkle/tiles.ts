/** Hashes in a full tile, entries in a full bundle. C2SP tlog-tiles. */
export const TILE_WIDTH = 256

/** Levels of the tree that one tile spans: 2^8 = 256. */
export const TILE_HEIGHT = 8

/** A tile of hashes, or a bundle of entries: `width` of its 256 places are taken. C2SP tlog-tiles. */
export interface Tile {
  /** 0 holds leaf hashes, 1 the hashes of full tiles of level 0 …; `'entries'` is a bundle of entries. */
  level: number | 'entries'
  /** Which tile of its level, from 0. */
  index: number
  /** 1 to 256; below 256 the tile is partial. */
  width: number
}

/** A tile of hashes. */
export interface HashTile extends Tile {
  level: number
}

/** `tile/0/x001/234/067`-like path below the record's prefix; a partial tile ends in `.p/<width>`. */
export function tilePath(tile: Tile): string {
  const partial = tile.width < TILE_WIDTH ? `.p/${tile.width}` : ''
  return `tile/${tile.level}/${indexPath(tile.index)}${partial}`
}

/** The tile a path names (`tile/…`, no leading slash), or null when it names none in just this spelling. */
export function parseTilePath(path: string): Tile | null {
  const parts = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path)
  if (!parts) return null
  const [, level = '', places = '', width] = parts
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(places.replace(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  }
  return isTile(tile) && tilePath(tile) === path ? tile : null
}

/** Tiles of every level, and the bundles, that the tree of `size` leaves is served by, from the bottom left. */
export function* tilesOf(size: number): Generator<Tile> {
  yield* changedTiles(0, size)
}

/** The tiles and bundles that are new or wider once the tree has grown from `oldSize` to `newSize` leaves. */
export function* changedTiles(oldSize: number, newSize: number): Generator<Tile> {
  yield* changedOfLevel('entries', oldSize, newSize)
  let [before, after] = [oldSize, newSize]
  for (let level = 0; after > 0; level++) {
    yield* changedOfLevel(level, before, after)
    ;[before, after] = [Math.floor(before / TILE_WIDTH), Math.floor(after / TILE_WIDTH)]
  }
}

/** True when the tile is among those of a tree of `size` leaves at its full present width, or was at a smaller size. */
export function isTileOf(tile: Tile, size: number): boolean {
  const level = tile.level === 'entries' ? 0 : tile.level
  return tile.index * TILE_WIDTH + tile.width <= Math.floor(size / TILE_WIDTH ** level)
}

function* changedOfLevel(level: Tile['level'], before: number, after: number): Generator<Tile> {
  for (let start = before - (before % TILE_WIDTH); start < after; start += TILE_WIDTH) {
    const width = Math.min(TILE_WIDTH, after - start)
    if (start + width > before) yield { level, index: start / TILE_WIDTH, width }
  }
}

function isTile({ level, index, width }: Tile): boolean {
  return (
    (level === 'entries' || level <= 63) && Number.isSafeInteger(index) && width >= 1 && width <= TILE_WIDTH
  )
}

function indexPath(index: number): string {
  const digits = String(index)
  const places = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? []
  return places.map((place, i) => (i < places.length - 1 ? `x${place}` : place)).join('/')
}
