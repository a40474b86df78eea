import { type Bucket, candidateBuckets, WIDE_BUCKET } from './minhash.ts'
import { sameWording, type Wording, type WordStock } from './same-wording.ts'
import { wordsOf } from './words.ts'

/** How many neighbours each member of a wide bucket is compared with, so that the work grows with the texts, not their square. */
const WIDE_REACH = 8

/**
 * Joins answers that say the same in the same words: case, accents, punctuation, word order and typing errors aside.
 *
 * Candidates come from MinHash with banded locality-sensitive hashing over letter triples inside words (Broder 1997,
 * "On the resemblance and containment of documents"; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.3-3.4);
 * each candidate pair is then checked word by word ({@link sameWording}), so that "Save bus 12" never joins "Save bus 21".
 *
 * @returns for each text the index of the earliest text it repeats, or its own index. Texts without words stay alone.
 */
export function findNearDuplicates(texts: readonly string[]): Int32Array {
  const { wordings, stock } = readWordings(texts)
  const leaders = leadersOfSameWords(wordings)
  const unique = [...leaders.keys()].filter(
    (index) => leaders[index] === index && wordings[index]?.sorted.length,
  )
  const joining: Joining = { wordings, stock, parents: new Map() }
  for (const bucket of candidateBuckets(unique, wordings, stock)) compareWithin(bucket, joining)
  for (const [child, { parent }] of joining.parents) {
    const [first, second] = [leaderOf(leaders, child), leaderOf(leaders, parent)]
    leaders[Math.max(first, second)] = Math.min(first, second)
  }
  return leaders.map((_, index) => leaderOf(leaders, index))
}

interface Joining {
  wordings: readonly Wording[]
  stock: WordStock
  /**
   * For each text that bears slips, the text it is nearest to. Only one: a mistyped "Ashbey" may be Ashby or Ashley,
   * but it must not make the two the same.
   */
  parents: Map<number, { parent: number; edits: number }>
}

function compareWithin(bucket: Bucket, joining: Joining): void {
  const reach = bucket.length > WIDE_BUCKET ? WIDE_REACH : bucket.length
  for (let left = 0; left < bucket.length; left++) {
    for (let right = left + 1; right < bucket.length && right <= left + reach; right++) {
      compare(bucket[left] ?? 0, bucket[right] ?? 0, joining)
    }
  }
}

function compare(a: number, b: number, { wordings, stock, parents }: Joining): void {
  if (parents.get(a)?.parent === b || parents.get(b)?.parent === a) return
  const same = sameWording(wordings[a], wordings[b], stock)
  if (!same) return
  const [child, parent] = same.slipped === 'a' ? [a, b] : [b, a]
  const before = parents.get(child)
  const isNearer =
    !before || same.edits < before.edits || (same.edits === before.edits && parent < before.parent)
  if (isNearer) parents.set(child, { parent, edits: same.edits })
}

function leaderOf(leaders: Int32Array, index: number): number {
  let leader = index
  while (leaders[leader] !== leader) leader = leaders[leader] ?? leader
  leaders[index] = leader
  return leader
}

function readWordings(texts: readonly string[]): { wordings: Wording[]; stock: WordStock } {
  const ids = new Map<string, number>()
  const words: string[] = []
  const counts: number[] = []
  const wordings = texts.map((text) => {
    const inOrder = Int32Array.from(wordsOf(text), (word) => {
      const id = ids.get(word) ?? words.push(word) - 1
      ids.set(word, id)
      return id
    })
    for (const id of new Set(inOrder)) counts[id] = (counts[id] ?? 0) + 1
    return { inOrder, sorted: inOrder.slice().sort() }
  })
  return { wordings, stock: { words, counts, slips: new Map() } }
}

/** Texts with the very same words, in any order, are joined by a table before anything is compared. */
function leadersOfSameWords(wordings: readonly Wording[]): Int32Array {
  const seen = new Map<string, number>()
  return Int32Array.from(wordings, ({ sorted }, index) => {
    if (sorted.length === 0) return index
    const key = sorted.join(' ')
    const first = seen.get(key) ?? index
    seen.set(key, first)
    return first
  })
}
