import { fixedSample } from './seeded-random.ts'
import { type DenseRows, denseRows, multiply, toUnitRows } from './sparse-rows.ts'
import { type WordColumns, weighAlike } from './subword-weights.ts'

/** Where texts lie by their words: what weighs how much, and the directions in which a corpus differs. */
export interface ThemeSpace {
  columns: WordColumns
  directions: DenseRows
  /** A text that lies shorter than this along the directions speaks of something else: its few known words would be taken for all of it. */
  leastLength: number
}

const MARK = 0x7468_6d31
/** Directions are kept to one part in 32,767 of their greatest number: cosines move by less than a thousandth. */
const MOST = 32_767

/** One text in a hundred of the corpus lies shorter than this; a new one, of fewer known words, may be so much shorter still. */
const SHORTEST = 0.01
const SHORTER_STILL = 0.4
const TEXTS_TO_MEASURE = 2_000

/** How short a new text may lie, learnt from texts of the corpus. */
export function withLeastLength(
  space: Omit<ThemeSpace, 'leastLength'>,
  texts: readonly string[],
): ThemeSpace {
  const some = Array.from(fixedSample(texts.length, TEXTS_TO_MEASURE), (at) => texts[at] ?? '')
  const rows = multiply(weighAlike(some, space.columns), space.directions)
  const lengths = Float64Array.from({ length: rows.height }, (_, row) => lengthOf(rows, row)).sort()
  return {
    ...space,
    leastLength: Math.fround(SHORTER_STILL * (lengths[Math.floor(SHORTEST * lengths.length)] ?? 0)),
  }
}

/** Texts put into a space that others made: rows of length 1, of noughts where they speak of something else. */
export function vectorsIn(
  { columns, directions, leastLength }: ThemeSpace,
  texts: readonly string[],
): DenseRows {
  const rows = multiply(weighAlike(texts, columns), directions)
  for (let row = 0; row < rows.height; row++) {
    if (lengthOf(rows, row) < leastLength) rows.values.fill(0, row * rows.width, (row + 1) * rows.width)
  }
  return toUnitRows(rows)
}

function lengthOf({ values, width }: DenseRows, row: number): number {
  let square = 0
  for (let k = row * width; k < (row + 1) * width; k++) square += (values[k] ?? 0) ** 2
  return Math.sqrt(square)
}

const HEAD = 20

/** A space as bytes: mark, columns, directions, the unmet's rarity, least length; slots, rarities, scales, directions. Little-endian. */
export function packSpace({ columns, directions, leastLength }: ThemeSpace): Uint8Array {
  const { width } = directions
  const height = columns.slots.length
  const scales = new Float32Array(width)
  directions.values.forEach((value, at) => {
    scales[at % width] = Math.max(scales[at % width] ?? 0, Math.abs(value))
  })
  const small = Int16Array.from(directions.values, (value, at) =>
    Math.round((MOST * value) / (scales[at % width] || 1)),
  )
  const parts = [
    Int32Array.of(MARK, height, width),
    Float32Array.of(columns.unmet, leastLength),
    columns.slots,
    columns.rarity,
    scales,
    small,
  ]
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += byteLength
  }
  return bytes
}

/** @throws RangeError on bytes that are no space. */
export function readSpace(packed: Uint8Array): ThemeSpace {
  // A copy of its own begins at a whole number, as the arrays below must.
  const { buffer } = packed.slice()
  const [mark, height = 0, width = 0] = packed.length < HEAD ? [] : new Int32Array(buffer, 0, 3)
  const whole = HEAD + 8 * height + 4 * width + 2 * height * width
  if (mark !== MARK || packed.length !== whole) throw new RangeError('These bytes are no space of themes.')
  const [unmet = 0, leastLength = 0] = new Float32Array(buffer, 12, 2)
  const scales = new Float32Array(buffer, HEAD + 8 * height, width)
  const small = new Int16Array(buffer, HEAD + 8 * height + 4 * width, height * width)
  const directions = denseRows(height, width)
  small.forEach((value, at) => {
    directions.values[at] = (value * (scales[at % width] ?? 0)) / MOST
  })
  const slots = new Int32Array(buffer, HEAD, height)
  const rarity = new Float32Array(buffer, HEAD + 4 * height, height)
  return { columns: { slots, rarity, unmet }, directions, leastLength }
}
