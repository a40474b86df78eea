import { type Bytes, hashChildren, sha256 } from './hash.ts'

/**
 * A tree that leaves are added to one by one, remembering only its complete subtrees: sizes fall from left to right as
 * in the binary digits of the number of leaves. Adding up leaves is how this checker tells consistency: if the leaves
 * that made the old root, and then some, make the new root, nothing was taken out.
 */
export class GrowingTree {
  size = 0
  #complete: { leaves: number; hash: Bytes }[] = []

  add(leafHash: Bytes): void {
    this.addComplete(leafHash, 1)
  }

  /** Adds a complete subtree at once; `leaves` is a power of two that divides the present size. */
  addComplete(hash: Bytes, leaves: number): void {
    let top = { leaves, hash }
    for (let left = this.#complete.at(-1); left?.leaves === top.leaves; left = this.#complete.at(-1)) {
      this.#complete.pop()
      top = { leaves: 2 * top.leaves, hash: hashChildren(left.hash, top.hash) }
    }
    this.#complete.push(top)
    this.size += leaves
  }

  /** A tree of its own that goes on from here. */
  copy(): GrowingTree {
    const copy = new GrowingTree()
    for (const { leaves, hash } of this.#complete) copy.addComplete(hash, leaves)
    return copy
  }

  root(): Bytes {
    const hashes = this.#complete.map(({ hash }) => hash)
    const last = hashes.pop()
    return last
      ? hashes.reduceRight((right, left) => hashChildren(left, right), last)
      : sha256(Buffer.alloc(0))
  }
}

/**
 * The root that an inclusion proof leads to, by the definition itself (RFC 6962, section 2.1.1, read backwards), or
 * undefined when the proof has the wrong length or no such leaf can be.
 */
export function rootFromInclusion(
  index: bigint,
  size: bigint,
  leaf: Bytes,
  proof: readonly Bytes[],
): Bytes | undefined {
  if (index < 0n || index >= size) return undefined
  const sibling = proof.at(-1)
  if (size === 1n) return sibling === undefined ? leaf : undefined
  if (sibling === undefined) return undefined
  const split = splitOf(size)
  const rest = proof.slice(0, -1)
  if (index < split) return join(rootFromInclusion(index, split, leaf, rest), sibling)
  return join(sibling, rootFromInclusion(index - split, size - split, leaf, rest))
}

export interface Roots {
  old: Bytes
  new: Bytes
}

/**
 * Both roots that a consistency proof leads to (RFC 6962, section 2.1.2, read backwards). `oldRoot` is taken as known
 * where the old tree is a complete subtree of the new one. An old size of zero is refused: it would prove nothing.
 */
export function rootsFromConsistency(
  sizes: { old: bigint; new: bigint },
  proof: readonly Bytes[],
  oldRoot: Bytes,
): Roots | undefined {
  if (sizes.old <= 0n || sizes.old > sizes.new) return undefined
  return subproof(sizes, proof, oldRoot)
}

function subproof(
  sizes: { old: bigint; new: bigint },
  proof: readonly Bytes[],
  known?: Bytes,
): Roots | undefined {
  const last = proof.at(-1)
  if (sizes.old === sizes.new) {
    if (known) return last === undefined ? { old: known, new: known } : undefined
    return last !== undefined && proof.length === 1 ? { old: last, new: last } : undefined
  }
  if (last === undefined) return undefined
  const split = splitOf(sizes.new)
  const rest = proof.slice(0, -1)
  if (sizes.old <= split) {
    const left = subproof({ old: sizes.old, new: split }, rest, known)
    return left && { old: left.old, new: hashChildren(left.new, last) }
  }
  const right = subproof({ old: sizes.old - split, new: sizes.new - split }, rest)
  return right && { old: hashChildren(last, right.old), new: hashChildren(last, right.new) }
}

/** The largest power of two below `size`. */
function splitOf(size: bigint): bigint {
  return 1n << BigInt((size - 1n).toString(2).length - 1)
}

function join(left: Bytes | undefined, right: Bytes | undefined): Bytes | undefined {
  return left && right && hashChildren(left, right)
}
