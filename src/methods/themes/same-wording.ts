/** A text as word numbers: as they stand, and sorted (with repeats). */
export interface Wording {
  inOrder: Int32Array
  sorted: Int32Array
}

/** The words of the whole corpus by number, and in how many texts each occurs. */
export interface WordStock {
  words: readonly string[]
  counts: readonly number[]
  /** What was found of pairs of words already: the edits by which one is a slip of the other, 0 for none. */
  slips: Map<number, number>
}

/** Of a long text one word in twenty may be missing or another; under twenty words all must be matched. */
const FREE_SHARE = 1 / 20
/** At most this share of the words (but always three) may be mistyped. */
const MISTYPED_SHARE = 0.5
/** A word found in more texts than this is a word, not a slip, unless its look-alike is far commoner. */
const SLIP_TEXTS = 3
/** A word this much commoner than its look-alike is what was meant. */
const MEANT_RATIO = 10
/** Some 50 MB. */
const MOST_KNOWN_SLIPS = 1_000_000
/** Letters of run-together words for each edit they may bear. */
const LETTERS_AN_EDIT = 6

/** How two texts are the same: the edits between them, and which of them bears the rarer words, so likely the slips. */
export interface SameWording {
  edits: number
  slipped: 'a' | 'b' | 'either'
}

/**
 * Whether two texts are the same but for word order and typing errors. Every word must find its like in the other text:
 * the same word, or one that is a believable slip of it; or the left-over words, run together, read the same ("alot",
 * "a lot"). Figures must be equal. What counts as a slip leans on the corpus: of "Iran" and "Iraq", both found
 * in many texts, neither is a slip of the other.
 */
export function sameWording(
  a: Wording | undefined,
  b: Wording | undefined,
  stock: WordStock,
): SameWording | undefined {
  if (!a || !b) return undefined
  const longer = Math.max(a.sorted.length, b.sorted.length)
  const free = Math.floor(longer * FREE_SHARE)
  const most = Math.max(3, Math.floor(longer * MISTYPED_SHARE)) + free
  const onlyA = leftOver(a.sorted, b.sorted, most)
  const onlyB = onlyA && leftOver(b.sorted, a.sorted, most)
  if (!onlyA || !onlyB) return undefined
  const [rarestA, rarestB] = [rarest(onlyA, stock), rarest(onlyB, stock)]
  const slipped = rarestA === rarestB ? 'either' : rarestA < rarestB ? 'a' : 'b'
  if (isRunTogether(a, b, { onlyA, onlyB, stock })) return { edits: 1, slipped }
  if (Math.abs(onlyA.length - onlyB.length) > free) return undefined
  const { edits, misses } = matchSlips(onlyA, onlyB, stock)
  return misses <= free ? { edits: edits + 2 * misses, slipped } : undefined
}

function rarest(words: readonly number[], { counts }: WordStock): number {
  return words.reduce((least, word) => Math.min(least, counts[word] ?? 1), Number.POSITIVE_INFINITY)
}

/** The words of `one` that `other` lacks (with repeats), or nothing when there are more than `most`. */
function leftOver(one: Int32Array, other: Int32Array, most: number): number[] | undefined {
  const left: number[] = []
  let at = 0
  for (const word of one) {
    while (at < other.length && (other[at] ?? 0) < word) at++
    if (other[at] === word) at++
    else if (left.push(word) > most) return undefined
  }
  return left
}

function matchSlips(onlyA: readonly number[], onlyB: readonly number[], stock: WordStock) {
  const open = [...onlyB]
  let [edits, misses] = [0, 0]
  for (const word of onlyA) {
    const at = open.findIndex((other) => knownSlip(word, other, stock) > 0)
    if (at < 0) misses++
    else edits += knownSlip(word, open.splice(at, 1)[0] ?? word, stock)
  }
  return { edits, misses: Math.max(misses, open.length) }
}

interface LeftOvers {
  onlyA: readonly number[]
  onlyB: readonly number[]
  stock: WordStock
}

function isRunTogether(a: Wording, b: Wording, { onlyA, onlyB, stock }: LeftOvers): boolean {
  if (onlyA.length === 0 || onlyB.length === 0 || onlyA.length + onlyB.length === 2) return false
  const hasSlip = [...onlyA, ...onlyB].some((word) => (stock.counts[word] ?? 1) <= SLIP_TEXTS)
  const text = (wording: Wording, only: readonly number[]) =>
    [...wording.inOrder.filter((word) => only.includes(word))].map((word) => stock.words[word]).join('')
  const [one, other] = [text(a, onlyA), text(b, onlyB)]
  const allowed = hasSlip ? Math.floor(Math.min(one.length, other.length) / LETTERS_AN_EDIT) : 0
  return !/\p{N}/u.test(one + other) && editDistance(one, other, allowed) <= allowed
}

/** A corpus of like sentences asks for the same two words again and again. */
function knownSlip(a: number, b: number, stock: WordStock): number {
  const pair = Math.min(a, b) * stock.words.length + Math.max(a, b)
  const known = stock.slips.get(pair)
  if (known !== undefined) return known
  const edits = slipEdits(a, b, stock)
  if (stock.slips.size >= MOST_KNOWN_SLIPS) stock.slips.clear()
  stock.slips.set(pair, edits)
  return edits
}

/**
 * The edits by which one of two words is a believable typing error of the other, 0 when it is none: one edit, or two in
 * a longer word seen once; and the rarer word is rare, or far rarer than the other. A short word is a slip only of a far
 * commoner one.
 */
function slipEdits(a: number, b: number, { words, counts }: WordStock): number {
  const [one, other] = [words[a] ?? '', words[b] ?? '']
  const letters = Math.max(one.length, other.length)
  if (letters < 2 || /\p{N}/u.test(one + other)) return 0
  const edits = editDistance(one, other, 2)
  if (edits > 2) return 0
  const [rare, common] = [Math.min(counts[a] ?? 1, counts[b] ?? 1), Math.max(counts[a] ?? 1, counts[b] ?? 1)]
  const isFarRarer = common >= MEANT_RATIO * rare
  const isEnding = letters > 4 && (one.startsWith(other) || other.startsWith(one))
  const isShortSlip = letters === 4 && rare === 1 && common > 2
  const isOnce = rare <= SLIP_TEXTS && (letters > 4 || isSwap(one, other))
  const isTwice = letters > 4 && rare === 1 && (isFarRarer || one[0] === other[0])
  return (edits === 2 ? isTwice : isEnding || isShortSlip || isFarRarer || isOnce) ? edits : 0
}

function isSwap(one: string, other: string): boolean {
  return one.length === other.length && [...one].sort().join('') === [...other].sort().join('')
}

/** Edits (insert, leave out, change, swap neighbours) between two words, or `most` + 1 (optimal string alignment). */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      }
      row.push(cost)
    }
    ;[before, last] = [last, row]
  }
  return Math.min(last[b.length] ?? 0, most + 1)
}
