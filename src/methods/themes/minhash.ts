import type { Wording, WordStock } from './same-wording.ts'
import { hashText, mixBits } from './words.ts'

/** Indices of texts that may be alike, ascending. */
export type Bucket = Int32Array

const BANDS = 40
const ROWS = 3
const HASHES = BANDS * ROWS

/**
 * Buckets of texts that agree in all rows of a band of their MinHash signatures (Broder 1997). With 48 bands of 2 rows
 * a pair whose letter triples overlap by 0.3 meets in some band with chance 0.99, by 0.1 with chance 0.38.
 * A text's signature is the least of its words' signatures, which are worked out once a word: word order cannot matter.
 */
export function* candidateBuckets(
  texts: readonly number[],
  wordings: readonly Wording[],
  stock: WordStock,
): Generator<Bucket> {
  const signatures = signaturesOf(texts, wordings, wordSignatures(stock))
  for (let band = 0; band < BANDS; band++) yield* bucketsOfBand(texts, signatures, band)
}

function* bucketsOfBand(texts: readonly number[], signatures: Uint32Array, band: number): Generator<Bucket> {
  const keys = Float64Array.from(texts, (_, row) => {
    const at = row * HASHES + band * ROWS
    return bandHash(signatures.subarray(at, at + ROWS)) * 2 ** 21 + row
  }).sort()
  let from = 0
  for (let to = 1; to <= keys.length; to++) {
    if (to < keys.length && bandKey(keys, to) === bandKey(keys, from)) continue
    if (to - from > 1) yield Int32Array.from(keys.subarray(from, to), (key) => texts[key % 2 ** 21] ?? 0)
    from = to
  }
}

function bandHash(rows: Uint32Array): number {
  return rows.reduce((hash, value) => mixBits(Math.imul(hash, 0x9e3779b1) ^ value), 0)
}

function bandKey(keys: Float64Array, at: number): number {
  return Math.floor((keys[at] ?? 0) / 2 ** 21)
}

function signaturesOf(
  texts: readonly number[],
  wordings: readonly Wording[],
  ofWords: Uint32Array,
): Uint32Array {
  const signatures = new Uint32Array(texts.length * HASHES).fill(0xffffffff)
  texts.forEach((text, row) => {
    for (const word of new Set(wordings[text]?.sorted))
      lowerTo(signatures, row * HASHES, ofWords, word * HASHES)
  })
  return signatures
}

function lowerTo(signatures: Uint32Array, at: number, other: Uint32Array, from: number): void {
  for (let hash = 0; hash < HASHES; hash++) {
    const value = other[from + hash] ?? 0
    if (value < (signatures[at + hash] ?? 0)) signatures[at + hash] = value
  }
}

function wordSignatures({ words }: WordStock): Uint32Array {
  const signatures = new Uint32Array(words.length * HASHES).fill(0xffffffff)
  words.forEach((word, id) => {
    for (const triple of lettersOf(word, 3)) {
      const base = hashText(triple)
      for (let hash = 0; hash < HASHES; hash++) {
        const value = mixBits(base + Math.imul(hash + 1, 0x9e3779b9))
        if (value < (signatures[id * HASHES + hash] ?? 0)) signatures[id * HASHES + hash] = value
      }
    }
  })
  return signatures
}

/** All runs of `length` letters in a word with its edges marked: `bus` by threes is `<bu`, `bus`, `us>`. */
export function lettersOf(word: string, length: number): string[] {
  const marked = `<${word}>`
  if (marked.length <= length) return [marked]
  return Array.from({ length: marked.length - length + 1 }, (_, at) => marked.slice(at, at + length))
}
