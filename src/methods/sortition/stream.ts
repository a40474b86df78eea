import { createHash } from 'node:crypto'

/**
 * Choices made from public bytes, the same on any machine and by hand with any SHA-256 tool.
 *
 * Block i (0, 1, 2 …) is SHA-256(seed ‖ 0x00 ‖ label in UTF-8 ‖ 0x00 ‖ i as 8 bytes, big-endian). The blocks one after
 * the other are the bytes of the stream. A number below n takes as many bytes as n − 1 needs, read big-endian; a value
 * at or above the largest multiple of n is thrown away and the next bytes are taken, so that every number is exactly
 * as likely as every other. Modulo alone would favour the small ones.
 */
export interface Stream {
  /** A whole number from 0 to n − 1, n from 1 to 2^40. */
  below(n: number): number
  /** A number from 0 (included) to 1 (excluded), in steps of 2^-40. */
  fraction(): number
}

const BLOCK_BYTES = 32

export function streamFrom(seed: Uint8Array, label: string): Stream {
  const nextByte = bytesOf(seed, label)
  const take = (count: number) => {
    let value = 0
    for (let taken = 0; taken < count; taken++) value = value * 256 + nextByte()
    return value
  }
  return {
    below(n) {
      const bytes = bytesFor(n)
      const span = 256 ** bytes
      const limit = span - (span % n)
      let value = take(bytes)
      while (value >= limit) value = take(bytes)
      return value % n
    },
    fraction: () => take(5) / 2 ** 40,
  }
}

/** A new order of `items`, each order equally likely: Fisher–Yates from the last place down to the second. */
export function shuffled<Item>(items: readonly Item[], stream: Stream): Item[] {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last--) {
    const other = stream.below(last + 1)
    const moved = order[last] as Item
    order[last] = order[other] as Item
    order[other] = moved
  }
  return order
}

/** Bytes from hexadecimal digits; undefined where they are none or not in pairs. */
export function bytesFromHex(hex: string): Uint8Array | undefined {
  if (hex.length === 0 || hex.length % 2 === 1 || !/^[0-9a-f]+$/i.test(hex)) return undefined
  return Uint8Array.from(Buffer.from(hex, 'hex'))
}

function bytesFor(n: number): number {
  if (!Number.isInteger(n) || n < 1 || n > 2 ** 40) throw new RangeError(`Cannot choose below ${n}.`)
  let bytes = 1
  while (256 ** bytes < n) bytes++
  return bytes
}

function bytesOf(seed: Uint8Array, label: string): () => number {
  const start = Buffer.concat([seed, Buffer.from([0]), Buffer.from(label, 'utf8'), Buffer.from([0])])
  let block = Buffer.alloc(0)
  let used = BLOCK_BYTES
  let counter = 0n
  return () => {
    if (used === BLOCK_BYTES) {
      const index = Buffer.alloc(8)
      index.writeBigUInt64BE(counter++)
      block = createHash('sha256').update(start).update(index).digest()
      used = 0
    }
    return block[used++] ?? 0
  }
}
