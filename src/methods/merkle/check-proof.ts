import { sameBytes } from './bytes.ts'
import { HASH_BYTES, nodeHash } from './hashing.ts'

/** A position or a size. Published vectors go beyond 2^53, so big integers are welcome. */
export type Count = number | bigint

export interface InclusionClaim {
  /** Zero-based position of the entry. */
  index: Count
  /** Number of leaves of the tree. */
  size: Count
  leafHash: Uint8Array
  /** Hashes from the leaf's sibling up to the root's child. */
  proof: readonly Uint8Array[]
  root: Uint8Array
}

export interface ConsistencyClaim {
  oldSize: Count
  newSize: Count
  oldRoot: Uint8Array
  newRoot: Uint8Array
  proof: readonly Uint8Array[]
}

/** True when the proof shows the entry at `index` in the tree. RFC 9162, section 2.1.3.2. Never throws. */
export function isIncluded(claim: InclusionClaim): boolean {
  const { index, size } = wholeNumbers({ index: claim.index, size: claim.size })
  if (index < 0n || index >= size || !areHashes(claim.leafHash, claim.root, ...claim.proof)) return false
  let position = index
  let last = size - 1n
  let hash = claim.leafHash
  for (const sibling of claim.proof) {
    if (last === 0n) return false
    if (isOdd(position) || position === last) {
      hash = nodeHash(sibling, hash)
      while (!isOdd(position) && position !== 0n) [position, last] = [position >> 1n, last >> 1n]
    } else {
      hash = nodeHash(hash, sibling)
    }
    ;[position, last] = [position >> 1n, last >> 1n]
  }
  return last === 0n && sameBytes(hash, claim.root)
}

/**
 * True when the proof shows that the tree of `oldSize` leaves is the beginning of the tree of `newSize` leaves.
 * RFC 9162, section 2.1.4.2. Never throws.
 *
 * An old size of zero is refused, whatever the proof: every tree begins with the empty one, so "consistent" would say
 * nothing while sounding like a check. The RFC leaves it open; the reference implementation refuses it too.
 */
export function isConsistent(claim: ConsistencyClaim): boolean {
  const { oldSize, newSize } = wholeNumbers({ oldSize: claim.oldSize, newSize: claim.newSize })
  if (oldSize <= 0n || oldSize > newSize) return false
  if (oldSize === newSize) return claim.proof.length === 0 && sameBytes(claim.oldRoot, claim.newRoot)
  if (!areHashes(claim.oldRoot, claim.newRoot, ...claim.proof)) return false
  const isWholeSubtree = (oldSize & (oldSize - 1n)) === 0n
  const [first, ...rest] = isWholeSubtree ? [claim.oldRoot, ...claim.proof] : claim.proof
  if (first === undefined || claim.proof.length === 0) return false
  const roots = climb({ first, rest, oldSize, newSize })
  return roots !== null && sameBytes(roots.oldRoot, claim.oldRoot) && sameBytes(roots.newRoot, claim.newRoot)
}

interface Climb {
  first: Uint8Array
  rest: readonly Uint8Array[]
  oldSize: bigint
  newSize: bigint
}

/** Both roots, rebuilt from one path; null when the path has the wrong length. */
function climb({
  first,
  rest,
  oldSize,
  newSize,
}: Climb): { oldRoot: Uint8Array; newRoot: Uint8Array } | null {
  let position = oldSize - 1n
  let last = newSize - 1n
  while (isOdd(position)) [position, last] = [position >> 1n, last >> 1n]
  let oldRoot = first
  let newRoot = first
  for (const hash of rest) {
    if (last === 0n) return null
    if (isOdd(position) || position === last) {
      oldRoot = nodeHash(hash, oldRoot)
      newRoot = nodeHash(hash, newRoot)
      while (!isOdd(position) && position !== 0n) [position, last] = [position >> 1n, last >> 1n]
    } else {
      newRoot = nodeHash(newRoot, hash)
    }
    ;[position, last] = [position >> 1n, last >> 1n]
  }
  return last === 0n ? { oldRoot, newRoot } : null
}

function areHashes(...candidates: readonly Uint8Array[]): boolean {
  return candidates.every((bytes) => bytes.length === HASH_BYTES)
}

function isOdd(value: bigint): boolean {
  return (value & 1n) === 1n
}

/** Counts as big integers; a fraction, which no tree has, becomes -1 and is refused by every check. */
function wholeNumbers<Name extends string>(counts: Record<Name, Count>): Record<Name, bigint> {
  const whole: Record<string, bigint> = {}
  for (const [name, count] of Object.entries<Count>(counts)) {
    whole[name] = typeof count === 'bigint' ? count : Number.isSafeInteger(count) ? BigInt(count) : -1n
  }
  return whole as Record<Name, bigint>
}
