import type { Wording, WordStock } from './same-wording.ts'
import { hashText, mixBits } from './words.ts'

/** Indices of texts that may be alike: ascending, or in a wide bucket those most alike beside each other. */
export type Bucket = Int32Array

/** A bucket wider than this is held together by a stock phrase; its members meet again in other bands if they are alike. */
export const WIDE_BUCKET = 40

const BANDS = 40
const ROWS = 3
const HASHES = BANDS * ROWS

/**
 * Buckets of texts that agree in all rows of a band of their MinHash signatures (Broder 1997). With 40 bands of 3 rows
 * a pair whose letter triples overlap by 0.5 meets in some band with chance 0.995, by 0.1 with chance 0.04. A text's signature is the least of its words' signatures, which are worked out once a word: word order cannot matter.
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
  // The row in the low bits, so that one sort of plain numbers does; 53 bits hold both for millions of texts.
  const rowBits = Math.max(21, Math.ceil(Math.log2(texts.length)))
  const [span, spare] = [2 ** rowBits, rowBits - 21]
  const keys = Float64Array.from(texts, (_, row) => {
    const at = row * HASHES + band * ROWS
    return (bandHash(signatures.subarray(at, at + ROWS)) >>> spare) * span + row
  }).sort()
  let from = 0
  for (let to = 1; to <= keys.length; to++) {
    if (to < keys.length && Math.floor((keys[to] ?? 0) / span) === Math.floor((keys[from] ?? 0) / span))
      continue
    const rows = keys.subarray(from, to).map((key) => key % span)
    const inOrder = rows.length > WIDE_BUCKET ? likeBesideLike(rows, signatures, band) : rows
    if (rows.length > 1) yield Int32Array.from(inOrder, (row) => texts[row] ?? 0)
    from = to
  }
}

/** By the rows of the next band, the first that agrees weighing most. */
function likeBesideLike(rows: Float64Array, signatures: Uint32Array, band: number): Float64Array {
  const next = ((band + 1) % BANDS) * ROWS
  const value = (row: number, at: number) => signatures[row * HASHES + next + at] ?? 0
  return rows.sort(
    (a, b) => value(a, 0) - value(b, 0) || value(a, 1) - value(b, 1) || value(a, 2) - value(b, 2) || a - b,
  )
}

function bandHash(rows: Uint32Array): number {
  return rows.reduce((hash, value) => mixBits(Math.imul(hash, 0x9e3779b1) ^ value), 0)
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
