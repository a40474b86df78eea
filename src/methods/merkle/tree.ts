import { emptyRoot, largestPowerBelow, nodeHash } from './hashing.ts'

/** The complete subtree over the leaves `index · 2^level` up to `(index + 1) · 2^level`. Level 0 is a leaf. */
export interface Subtree {
  level: number
  index: number
}

/** Fetches the hashes of subtrees, in the order asked. `tileReader` (read-tiles.ts) makes one from tiles. */
export type ReadHashes = (subtrees: readonly Subtree[]) => Promise<readonly Uint8Array[]>

/** Hashes to be made, each folded from complete subtrees that stand side by side, left to right. */
export type HashPlan = readonly (readonly Subtree[])[]

/** The root of the tree of `size` leaves. */
export async function readRoot(size: number, read: ReadHashes): Promise<Uint8Array> {
  const [root] = await carryOut([rangePlan(0, size)], read)
  return root ?? emptyRoot()
}

/** The inclusion proof of the entry at `index` in the tree of `size` leaves. RFC 6962, section 2.1.1. */
export async function readInclusionProof(
  index: number,
  size: number,
  read: ReadHashes,
): Promise<Uint8Array[]> {
  return carryOut(inclusionPlan(index, size), read)
}

/** The proof that the tree of `oldSize` leaves begins the tree of `newSize`. RFC 6962, section 2.1.2. */
export async function readConsistencyProof(
  oldSize: number,
  newSize: number,
  read: ReadHashes,
): Promise<Uint8Array[]> {
  return carryOut(consistencyPlan(oldSize, newSize), read)
}

/** Which hashes prove the entry at `index`, from its sibling up. Throws RangeError outside the tree. */
export function inclusionPlan(index: number, size: number): HashPlan {
  if (!(index >= 0 && index < size)) throw new RangeError(`no entry ${index} in a tree of ${size}`)
  const plan: Subtree[][] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const split = from + largestPowerBelow(to - from)
    if (index < split) {
      plan.push(rangePlan(split, to))
      to = split
    } else {
      plan.push(rangePlan(from, split))
      from = split
    }
  }
  return plan.reverse()
}

/** Which hashes prove that the first `oldSize` leaves were kept. Throws RangeError unless 0 < oldSize ≤ newSize. */
export function consistencyPlan(oldSize: number, newSize: number): HashPlan {
  if (!(oldSize > 0 && oldSize <= newSize))
    throw new RangeError(`no proof from size ${oldSize} to ${newSize}`)
  const plan: Subtree[][] = []
  let [from, to] = [0, newSize]
  while (oldSize < to) {
    const split = from + largestPowerBelow(to - from)
    if (oldSize <= split) {
      plan.push(rangePlan(split, to))
      to = split
    } else {
      plan.push(rangePlan(from, split))
      from = split
    }
  }
  // What is left is a part of the old tree; the checker knows it already when it is the whole old tree.
  if (from > 0) plan.push(rangePlan(from, to))
  return plan.reverse()
}

/** The complete subtrees, largest first, that cover the leaves `from` up to `to`. `from` must suit RFC 6962's splits. */
export function rangePlan(from: number, to: number): Subtree[] {
  const subtrees: Subtree[] = []
  let start = from
  while (start < to) {
    const level = levelWithin(to - start)
    subtrees.push({ level, index: start / 2 ** level })
    start += 2 ** level
  }
  return subtrees
}

/** Neighbours of falling size joined into one hash, from the right; null for none. */
export function foldHashes(hashes: readonly Uint8Array[]): Uint8Array | null {
  return hashes.reduceRight<Uint8Array | null>((right, left) => (right ? nodeHash(left, right) : left), null)
}

/** The level of the largest complete subtree of at most `size` leaves. Not Math.log2: it rounds up near 2^48. */
function levelWithin(size: number): number {
  let level = 0
  while (2 ** (level + 1) <= size) level++
  return level
}

async function carryOut(plan: HashPlan, read: ReadHashes): Promise<Uint8Array[]> {
  const hashes = await read(plan.flat())
  let next = 0
  const made: Uint8Array[] = []
  for (const { length } of plan) {
    const hash = foldHashes(hashes.slice(next, next + length))
    if (hash) made.push(hash)
    next += length
  }
  return made
}
