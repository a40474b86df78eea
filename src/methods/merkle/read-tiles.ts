import { HASH_BYTES, rootOf } from './hashing.ts'
import { type HashTile, TILE_HEIGHT, TILE_WIDTH, type Tile, tilePath } from './tiles.ts'
import type { ReadHashes, Subtree } from './tree.ts'

/** Fetches the bytes of tiles of hashes, in the order asked; what is not there is empty. */
export type ReadTiles = (tiles: readonly HashTile[]) => Promise<readonly Uint8Array[]>

/** Reads subtree hashes of the tree of `size` leaves out of its tiles, all fetched together and each once a call. */
export function tileReader(size: number, readTiles: ReadTiles): ReadHashes {
  return async (subtrees) => {
    const wanted = subtrees.map((subtree) => ({ subtree, tile: tileHolding(subtree, size) }))
    const tiles = new Map(wanted.map(({ tile }) => [tilePath(tile), tile]))
    const fetched = await readTiles([...tiles.values()])
    const bytesAt = new Map([...tiles.keys()].map((path, at) => [path, fetched[at] ?? new Uint8Array()]))
    return wanted.map(({ subtree, tile }) =>
      hashInTile(bytesAt.get(tilePath(tile)) ?? new Uint8Array(), tile, subtree),
    )
  }
}

/** The tile, as wide as a tree of `size` leaves has it, from which the hash of a complete subtree can be read. */
export function tileHolding(subtree: Subtree, size: number): HashTile {
  const level = Math.floor(subtree.level / TILE_HEIGHT)
  const hashesOfLevel = Math.floor(size / TILE_WIDTH ** level)
  const index = Math.floor((subtree.index * 2 ** (subtree.level % TILE_HEIGHT)) / TILE_WIDTH)
  const width = Math.min(TILE_WIDTH, hashesOfLevel - index * TILE_WIDTH)
  if (width < 1)
    throw new RangeError(`a tree of ${size} has no subtree ${subtree.index} at level ${subtree.level}`)
  return { level, index, width }
}

/** The hash of a complete subtree, from the tile that `tileHolding` named. Throws RangeError on a tile cut short. */
export function hashInTile(bytes: Uint8Array, tile: Tile, subtree: Subtree): Uint8Array {
  const height = subtree.level % TILE_HEIGHT
  const start = subtree.index * 2 ** height - tile.index * TILE_WIDTH
  const below = bytes.subarray(start * HASH_BYTES, (start + 2 ** height) * HASH_BYTES)
  if (below.length !== 2 ** height * HASH_BYTES) throw new RangeError(`${tilePath(tile)} is cut short`)
  return rootOf(hashesOfTile(below))
}

/** A tile's bytes as hashes of 32 bytes. Throws RangeError when the length is no multiple of 32. */
export function hashesOfTile(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length % HASH_BYTES !== 0)
    throw new RangeError(`a tile of ${bytes.length} bytes is no row of hashes`)
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, i) =>
    bytes.slice(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  )
}
