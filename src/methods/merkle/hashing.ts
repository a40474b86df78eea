import { hash } from 'node:crypto'

/** Every hash of the record is SHA-256: 32 bytes. */
export const HASH_BYTES = 32

const LEAF_PREFIX = new Uint8Array([0x00])
const NODE_PREFIX = new Uint8Array([0x01])

/** SHA-256 of the pieces laid end to end. */
export function sha256(...pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(hash('sha256', Buffer.concat(pieces), 'buffer'))
}

/** The hash of one entry's bytes: SHA-256(0x00 ‖ bytes). RFC 6962, section 2.1. */
export function leafHash(bytes: Uint8Array): Uint8Array {
  return sha256(LEAF_PREFIX, bytes)
}

/** The hash of two neighbours: SHA-256(0x01 ‖ left ‖ right). RFC 6962, section 2.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(NODE_PREFIX, left, right)
}

/** The root of a tree without leaves: SHA-256 of nothing. RFC 6962, section 2.1. */
export function emptyRoot(): Uint8Array {
  return sha256()
}

/**
 * The root of a whole small tree from its leaf hashes. For a record, keep an `Edge` (append.ts) or read tiles
 * (tree.ts) instead of every leaf.
 */
export function rootOf(leafHashes: readonly Uint8Array[]): Uint8Array {
  const [only] = leafHashes
  if (only === undefined) return emptyRoot()
  if (leafHashes.length === 1) return only
  const split = largestPowerBelow(leafHashes.length)
  return nodeHash(rootOf(leafHashes.slice(0, split)), rootOf(leafHashes.slice(split)))
}

/** The largest power of two smaller than `size` (2 or more): where RFC 6962 splits a tree. */
export function largestPowerBelow(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}
