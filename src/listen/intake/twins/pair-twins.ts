/** An answer as far as it may be somebody's second. */
export interface Likely {
  id: string
  /** What its author said, all questions together. */
  words: string
  /** Signs of who wrote it, as hashes or as they are: an account, an address, a telephone. */
  signs: readonly string[]
}

export interface Pair {
  earlierId: string
  laterId: string
  /** 1: the same sign and the same words; 0.8: the same words; 0.5: the same sign alone. */
  likeness: number
}

/** More than so many in the same words are a campaign of many people, not one person twice. */
export const MOST_ALIKE = 5
/** Fewer words than these are said alike by chance: "more buses, please". */
const LEAST_WORDS = 8

/**
 * Pairs each answer with the earliest it is like. Pure.
 *
 * @param answers in the order in which they were given
 * @param leaders for each the index of the earliest in (nearly) the same words, or its own
 */
export function pairTwins(answers: readonly Likely[], leaders: readonly number[]): Pair[] {
  const sizes = new Map<number, number>()
  for (const leader of leaders) sizes.set(leader, (sizes.get(leader) ?? 0) + 1)
  const bySign = new Map<string, number>()
  return answers.flatMap((answer, at) => {
    const leader = leaders[at] ?? at
    const isLike = leader !== at && countWords(answer.words) >= LEAST_WORDS
    const likeAt = isLike && (sizes.get(leader) ?? 0) <= MOST_ALIKE ? leader : null
    const signAt = firstWith(answer.signs, bySign)
    for (const sign of answer.signs) if (!bySign.has(sign)) bySign.set(sign, at)
    return [...new Set([likeAt, signAt])].flatMap((other) => {
      const earlier = other === null ? undefined : answers[other]
      if (!earlier) return []
      const isSameWords = leaders[other ?? at] === leader && leader !== at
      const likeness = other === signAt ? (isSameWords ? 1 : 0.5) : 0.8
      return [{ earlierId: earlier.id, laterId: answer.id, likeness }]
    })
  })
}

function firstWith(signs: readonly string[], bySign: ReadonlyMap<string, number>): number | null {
  const found = signs.flatMap((sign) => bySign.get(sign) ?? [])
  return found.length === 0 ? null : Math.min(...found)
}

const countWords = (text: string) => [...text.matchAll(/[\p{L}\p{N}]+/gu)].length
