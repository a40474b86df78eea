import { type Bucket, candidateBuckets } from './minhash.ts'
import { isSameWording, type Wording, type WordStock } from './same-wording.ts'
import { wordsOf } from './words.ts'

/** A bucket wider than this is a stock phrase; its members meet again in other bands if they are alike. */
const WIDE_BUCKET = 40

/**
 * Joins answers that say the same in the same words: case, accents, punctuation, word order and typing errors aside.
 *
 * Candidates come from MinHash with banded locality-sensitive hashing over letter triples inside words (Broder 1997,
 * "On the resemblance and containment of documents"; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.3-3.4);
 * each candidate pair is then checked word by word ({@link isSameWording}), so that "Save bus 12" never joins "Save bus 21".
 *
 * @returns for each text the index of the earliest text it repeats, or its own index. Texts without words stay alone.
 */
export function findNearDuplicates(texts: readonly string[]): Int32Array {
  const { wordings, stock } = readWordings(texts)
  const leaders = leadersOfSameWords(wordings)
  const unique = [...leaders.keys()].filter((index) => leaders[index] === index && wordings[index]?.sorted.length)
  for (const bucket of candidateBuckets(unique, wordings, stock)) joinWithin(bucket, { wordings, stock, leaders })
  return leaders.map((_, index) => leaderOf(leaders, index))
}

interface Joining {
  wordings: readonly Wording[]
  stock: WordStock
  leaders: Int32Array
}

function joinWithin(bucket: Bucket, { wordings, stock, leaders }: Joining): void {
  const reach = bucket.length > WIDE_BUCKET ? WIDE_BUCKET / 2 : bucket.length
  for (let left = 0; left < bucket.length; left++) {
    const a = bucket[left] ?? 0
    for (let right = left + 1; right < bucket.length && right <= left + reach; right++) {
      const b = bucket[right] ?? 0
      const [first, second] = [leaderOf(leaders, a), leaderOf(leaders, b)]
      if (first === second || !isSameWording(wordings[a], wordings[b], stock)) continue
      leaders[Math.max(first, second)] = Math.min(first, second)
    }
  }
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
  return { wordings, stock: { words, counts } }
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
