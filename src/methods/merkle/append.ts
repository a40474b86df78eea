import { emptyRoot, rootOf } from './hashing.ts'
import { TILE_WIDTH, type Tile } from './tiles.ts'
import { foldHashes, rangePlan } from './tree.ts'

/**
 * The right edge of a tree: for each level, lowest first, the hashes of its partial tile (0 to 255 of them). That, at
 * most a few hundred hashes, is all a sequencer must know of the past to go on.
 */
export type Edge = readonly (readonly Uint8Array[])[]

export interface Growth {
  size: number
  edge: Edge
  root: Uint8Array
  /** Every tile that is new or wider, at its width after this growth, with all its hashes. */
  tiles: readonly { tile: Tile; hashes: readonly Uint8Array[] }[]
}

/** Number of leaves of the tree that has this edge. */
export function sizeOfEdge(edge: Edge): number {
  return edge.reduce((size, hashes, level) => size + hashes.length * TILE_WIDTH ** level, 0)
}

/** Root of the tree that has this edge. */
export function rootOfEdge(edge: Edge): Uint8Array {
  const subtrees = edge.toReversed().flatMap((hashes) => completeRoots(hashes))
  return foldHashes(subtrees) ?? emptyRoot()
}

/** The tree one batch later. `from` is the edge before; leaf hashes come in the order of the record. */
export function growTree(from: Edge, leafHashes: readonly Uint8Array[]): Growth {
  const tiles: { tile: Tile; hashes: readonly Uint8Array[] }[] = []
  const edge: Uint8Array[][] = []
  const oldSize = sizeOfEdge(from)
  let added = leafHashes
  for (let level = 0; level < from.length || added.length > 0; level++) {
    const before = from[level] ?? []
    const start = Math.floor(oldSize / TILE_WIDTH ** (level + 1))
    const rows = rowsOf([...before, ...added])
    if (added.length > 0) {
      tiles.push(
        ...rows.map((hashes, i) => ({ tile: { level, index: start + i, width: hashes.length }, hashes })),
      )
    }
    const last = rows.at(-1) ?? []
    edge.push(last.length < TILE_WIDTH ? last : [])
    added = rows.filter((hashes) => hashes.length === TILE_WIDTH).map((hashes) => rootOf(hashes))
  }
  return { size: oldSize + leafHashes.length, edge, root: rootOfEdge(edge), tiles }
}

/** Hashes cut into tiles of 256, the last one perhaps partial. */
function rowsOf(hashes: readonly Uint8Array[]): Uint8Array[][] {
  return Array.from({ length: Math.ceil(hashes.length / TILE_WIDTH) }, (_, i) =>
    hashes.slice(i * TILE_WIDTH, (i + 1) * TILE_WIDTH),
  )
}

/** Roots of the complete subtrees, largest first, that a partial tile's hashes make up. */
function completeRoots(hashes: readonly Uint8Array[]): Uint8Array[] {
  return rangePlan(0, hashes.length).map(({ level, index }) =>
    rootOf(hashes.slice(index * 2 ** level, (index + 1) * 2 ** level)),
  )
}
