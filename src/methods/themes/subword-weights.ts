import { lettersOf } from './minhash.ts'
import type { SparseRows } from './sparse-rows.ts'
import { hashText, wordsOf } from './words.ts'

const TABLE_BITS = 19
const LETTERS = 4
const SUBWORD_WEIGHT = 0.5
const LEAST_TEXTS = 2

export interface FeatureUse {
  /** What stands in a larger share of the texts is left out. */
  mostShare: number
  /** Power of log(texts / texts with it). */
  rarity: number
}

/** A rarity above 1, so that the verbs of demands (stop, introduce, increase) bind answers less than what they are about. */
const FOR_THEMES: FeatureUse = { mostShare: 0.4, rarity: 1.5 }
/** A stance hangs on common words (should, not, support). */
export const FOR_NAMES: FeatureUse = { mostShare: 0.95, rarity: 0.5 }

/**
 * Each text as weights of its words and of the runs of four letters inside them, so that "gambler" and "gambling",
 * or a mistyped word, still share most of their weight (subwords: Bojanowski et al. 2017; hashed into 2^19 columns:
 * Weinberger et al. 2009). Weight: (1 + log count) × log(texts / texts with it)^1.5 (Salton and Buckley 1988, but for the power), rows of length 1.
 * What stands in one text only, or in more than 40 % of texts, joins nothing and is left out.
 */
export function subwordWeights(texts: readonly string[], use: FeatureUse = FOR_THEMES): SparseRows {
  const counted = countAll(texts)
  return weigh(counted, columnsOf(counted, use))
}

/** Which features count and how much, learnt from some texts, so that others can be weighed alike. */
export interface WordColumns {
  /** By column, the slot of its feature, rising. */
  slots: Int32Array
  /** By column, its inverse frequency. */
  rarity: Float32Array
  /** The inverse frequency of what no column holds. */
  unmet: number
}

/** The weights of some texts, and the columns they were learnt into. */
export function learnWeights(texts: readonly string[]): { weights: SparseRows; columns: WordColumns } {
  const counted = countAll(texts)
  const columns = columnsOf(counted, FOR_THEMES)
  const learnt = {
    slots: new Int32Array(columns.width),
    rarity: new Float32Array(columns.width),
    unmet: Math.fround(Math.log(texts.length) ** FOR_THEMES.rarity),
  }
  columns.weight.forEach((weight, slot) => {
    if (weight === 0) return
    const column = columns.number[slot] ?? 0
    learnt.slots[column] = slot
    learnt.rarity[column] = weight
  })
  return { weights: weigh(counted, columns), columns: learnt }
}

/** Further texts in columns that were learnt before. What was not met then makes a row shorter than 1: the more of it, the less is known. */
export function weighAlike(texts: readonly string[], { slots, rarity, unmet }: WordColumns): SparseRows {
  const columns: Columns = {
    width: slots.length,
    number: new Int32Array(2 ** TABLE_BITS),
    weight: new Float32Array(2 ** TABLE_BITS),
  }
  slots.forEach((slot, column) => {
    columns.number[slot] = column
    columns.weight[slot] = rarity[column] ?? 0
  })
  return weigh(countAll(texts), columns, unmet)
}

function countAll(texts: readonly string[]): Features[] {
  const slots = slotTable()
  return texts.map((text) => countFeatures(text, slots))
}

function weigh(counted: readonly Features[], columns: Columns, unmet = 0): SparseRows {
  const starts = new Int32Array(counted.length + 1)
  counted.forEach(({ slots }, row) => {
    starts[row + 1] = (starts[row] ?? 0) + slots.filter((slot) => columns.weight[slot] !== 0).length
  })
  const matrix: SparseRows = {
    height: counted.length,
    width: columns.width,
    starts,
    columns: new Int32Array(starts[counted.length] ?? 0),
    values: new Float32Array(starts[counted.length] ?? 0),
  }
  counted.forEach((features, row) => {
    writeRow(matrix, row, { features, columns, unmet })
  })
  return matrix
}

interface Features {
  /** Slots of the hash table, each once. */
  slots: Int32Array
  counts: Float32Array
}

interface Columns {
  width: number
  /** By slot: its column. */
  number: Int32Array
  /** By slot: its inverse frequency, 0 for a slot that is left out. */
  weight: Float32Array
}

function countFeatures(text: string, slots: (word: string) => Int32Array): Features {
  const counts = new Map<number, number>()
  for (const word of wordsOf(text)) {
    let share = 1
    for (const slot of slots(word)) {
      counts.set(slot, (counts.get(slot) ?? 0) + share)
      share = SUBWORD_WEIGHT
    }
  }
  return { slots: Int32Array.from(counts.keys()), counts: Float32Array.from(counts.values()) }
}

/** The slots of a word (the word first, then its runs of letters), worked out once a word. */
function slotTable(): (word: string) => Int32Array {
  const known = new Map<string, Int32Array>()
  return (word) => {
    const before = known.get(word)
    if (before) return before
    const runs = word.length > LETTERS - 1 ? lettersOf(word, LETTERS) : []
    const slots = Int32Array.from([`=${word}`, ...runs], (feature) => hashText(feature) >>> (32 - TABLE_BITS))
    known.set(word, slots)
    return slots
  }
}

function columnsOf(texts: readonly Features[], { mostShare, rarity }: FeatureUse): Columns {
  const found = new Int32Array(2 ** TABLE_BITS)
  for (const { slots } of texts) for (const slot of slots) found[slot] = (found[slot] ?? 0) + 1
  const number = new Int32Array(found.length)
  const weight = new Float32Array(found.length)
  let width = 0
  found.forEach((count, slot) => {
    if (count < LEAST_TEXTS || count > Math.max(LEAST_TEXTS, mostShare * texts.length)) return
    number[slot] = width++
    weight[slot] = Math.log(texts.length / count) ** rarity
  })
  return { width, number, weight }
}

function writeRow(
  matrix: SparseRows,
  row: number,
  { features, columns, unmet }: { features: Features; columns: Columns; unmet: number },
) {
  let at = matrix.starts[row] ?? 0
  let square = 0
  features.slots.forEach((slot, index) => {
    const weight = columns.weight[slot] ?? 0
    if (weight === 0) {
      square += (weightOf(features.counts[index] ?? 0) * unmet) ** 2
      return
    }
    const value = weightOf(features.counts[index] ?? 0) * weight
    matrix.columns[at] = columns.number[slot] ?? 0
    matrix.values[at++] = value
    square += value * value
  })
  for (let back = matrix.starts[row] ?? 0; back < at; back++) {
    matrix.values[back] = (matrix.values[back] ?? 0) / Math.sqrt(square)
  }
}

/** A subword once counts half a word; more of the same counts ever less. */
function weightOf(count: number): number {
  return count <= 1 ? count : 1 + Math.log(count)
}
