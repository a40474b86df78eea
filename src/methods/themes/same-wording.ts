/** A text as word numbers: as they stand, and sorted (with repeats). */
export interface Wording {
  inOrder: Int32Array
  sorted: Int32Array
}

/** The words of the whole corpus by number, and in how many texts each occurs. */
export interface WordStock {
  words: readonly string[]
  counts: readonly number[]
}

/** Of a long text one word in twenty may be missing or another; under twenty words all must be matched. */
const FREE_SHARE = 1 / 20
/** At most this share of the words (but always three) may be mistyped. */
const MISTYPED_SHARE = 0.5
/** A word found in more texts than this is a word, not a slip, unless its look-alike is far commoner. */
const SLIP_TEXTS = 3
/** A word this much commoner than its look-alike is what was meant. */
const MEANT_RATIO = 10
/** Letters of run-together words for each edit they may bear. */
const LETTERS_AN_EDIT = 6

/**
 * Whether two texts are the same but for word order and typing errors. Every word must find its like in the other text:
 * the same word, or one that is a believable slip of it; or the left-over words, run together, read the same ("alot",
 * "a lot"). Figures must be equal. What counts as a slip leans on the corpus: of "Iran" and "Iraq", both found
 * in many texts, neither is a slip of the other.
 */
export function isSameWording(a: Wording | undefined, b: Wording | undefined, stock: WordStock): boolean {
  if (!a || !b) return false
  const longer = Math.max(a.sorted.length, b.sorted.length)
  const free = Math.floor(longer * FREE_SHARE)
  const most = Math.max(3, Math.floor(longer * MISTYPED_SHARE)) + free
  const onlyA = leftOver(a.sorted, b.sorted, most)
  const onlyB = onlyA && leftOver(b.sorted, a.sorted, most)
  if (!onlyA || !onlyB) return false
  if (isRunTogether(a, b, { onlyA, onlyB, stock })) return true
  return Math.abs(onlyA.length - onlyB.length) <= free && unmatched(onlyA, onlyB, stock) <= free
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

function unmatched(onlyA: readonly number[], onlyB: readonly number[], stock: WordStock): number {
  const open = [...onlyB]
  let misses = 0
  for (const word of onlyA) {
    const at = open.findIndex((other) => isSlip(word, other, stock))
    if (at >= 0) open.splice(at, 1)
    else misses++
  }
  return Math.max(misses, open.length)
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

/**
 * Whether one of two words is a believable typing error of the other: one edit, or two in a longer word seen once;
 * and the rarer word is rare, or far rarer than the other. A short word counts as a slip only of a far commoner one.
 */
function isSlip(a: number, b: number, { words, counts }: WordStock): boolean {
  const [one, other] = [words[a] ?? '', words[b] ?? '']
  const letters = Math.max(one.length, other.length)
  if (letters < 2 || /\p{N}/u.test(one + other)) return false
  const edits = editDistance(one, other, 2)
  if (edits > 2) return false
  const [rare, common] = [Math.min(counts[a] ?? 1, counts[b] ?? 1), Math.max(counts[a] ?? 1, counts[b] ?? 1)]
  const isFarRarer = common >= MEANT_RATIO * rare
  if (edits === 2 && letters < 8) return letters > 4 && rare === 1 && (isFarRarer || one[0] === other[0])
  if (edits === 2) return rare <= SLIP_TEXTS
  if (letters > 4 && (one.startsWith(other) || other.startsWith(one))) return true
  return isFarRarer || (rare <= SLIP_TEXTS && (letters > 4 || isSwap(one, other)))
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
