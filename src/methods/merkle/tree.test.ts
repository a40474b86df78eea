import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Edge, growTree, rootOfEdge, sizeOfEdge } from './append.ts'
import { isConsistent, isIncluded } from './check-proof.ts'
import { emptyRoot, leafHash, rootOf } from './hashing.ts'
import { tileReader } from './read-tiles.ts'
import { tilePath } from './tiles.ts'
import { readConsistencyProof, readInclusionProof, readRoot } from './tree.ts'

const leaves = Array.from({ length: 70_000 }, (_, i) => leafHash(new TextEncoder().encode(String(i))))

/** A record as files: grown in the given batches, every tile kept under its path, as a server keeps it. */
function grow(batches: readonly number[]) {
  const files = new Map<string, Uint8Array>()
  let edge: Edge = []
  let size = 0
  for (const batch of batches) {
    const growth = growTree(edge, leaves.slice(size, size + batch))
    for (const { tile, hashes } of growth.tiles)
      files.set(tilePath(tile), new Uint8Array(Buffer.concat(hashes)))
    ;({ edge, size } = growth)
  }
  const read = (treeSize: number) =>
    tileReader(treeSize, async (tiles) =>
      tiles.map((tile) => {
        const bytes = files.get(tilePath(tile))
        if (!bytes) throw new Error(`no file ${tilePath(tile)}`)
        return bytes
      }),
    )
  return { edge, size, files, read }
}

const batches = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 })

describe('a tree grown in batches', () => {
  test('has the root of all its leaves, whatever the batches', () => {
    fc.assert(
      fc.property(batches, (sizes) => {
        const { edge, size } = grow(sizes)
        expect(sizeOfEdge(edge)).toBe(size)
        expect(rootOfEdge(edge)).toEqual(rootOf(leaves.slice(0, size)))
      }),
      { numRuns: 60 },
    )
  })

  test('proves every entry and every former size from its tiles alone', async () => {
    await fc.assert(
      fc.asyncProperty(batches, fc.nat(), fc.nat(), async (sizes, someIndex, someSize) => {
        const { size, read } = grow(sizes)
        const [index, oldSize] = [someIndex % size, (someSize % size) + 1]
        const [root, oldRoot] = [rootOf(leaves.slice(0, size)), rootOf(leaves.slice(0, oldSize))]
        expect(await readRoot(size, read(size))).toEqual(root)
        const inclusion = await readInclusionProof(index, size, read(size))
        const leaf = leaves[index] ?? emptyRoot()
        expect(isIncluded({ index, size, proof: inclusion, leafHash: leaf, root })).toBe(true)
        const proof = await readConsistencyProof(oldSize, size, read(size))
        expect(isConsistent({ oldSize, newSize: size, oldRoot, newRoot: root, proof })).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('of 70,000 leaves reaches three levels of tiles and still proves its ends', async () => {
    const { size, read, files } = grow([69_999, 1])
    const root = rootOf(leaves)
    expect(files.get('tile/2/000.p/1')?.length).toBe(32)
    for (const index of [0, 65_535, 65_536, 69_999]) {
      const proof = await readInclusionProof(index, size, read(size))
      const leaf = leaves[index] ?? emptyRoot()
      expect(isIncluded({ index, size, proof, leafHash: leaf, root })).toBe(true)
      expect(isIncluded({ index: index ^ 1, size, proof, leafHash: leaf, root })).toBe(false)
    }
  })

  test('of no leaves has the hash of nothing as its root', async () => {
    expect(rootOfEdge([])).toEqual(emptyRoot())
    expect(await readRoot(0, async () => [])).toEqual(emptyRoot())
    expect(Buffer.from(emptyRoot()).toString('hex')).toMatch(/^e3b0c44298fc1c149afbf4c8996fb924/)
  })

  test('refuses an entry outside it and a proof from nothing', async () => {
    const { read } = grow([3])
    await expect(readInclusionProof(3, 3, read(3))).rejects.toThrow(RangeError)
    await expect(readConsistencyProof(0, 3, read(3))).rejects.toThrow(RangeError)
  })
})
