import type { LanguageGuess } from './language-of-answers.ts'

export interface Vote {
  language: string
  probability: number
  /** Share of the words that the corpus knows. */
  knownShare: number
}

export interface WordVotes {
  /** The likeliest language of these words; undefined when the corpus taught nothing. */
  decide(words: readonly string[], guess?: LanguageGuess & { trust: number }): Vote | undefined
}

export interface TaughtText {
  words: readonly string[]
  language: string
}

/** A language nobody has used yet keeps this chance, so that the first Welsh answer can still be Welsh. */
const LEAST_PRIOR = 0.005

interface Counts {
  prior: Map<string, number>
  words: Map<string, Map<string, number>>
  totals: Map<string, number>
}

/** A language with a smaller share of what was told is a slip of the detector: its words teach nothing. */
const LEAST_SHARE = 0.01

/** Naive Bayes over whole words with Laplace smoothing (Manning, Raghavan, Schütze 2008, 13.2). */
export function wordVotes(told: readonly TaughtText[]): WordVotes {
  const shares = Map.groupBy(told, ({ language }) => language)
  const counts = countWords(
    told.filter(({ language }) => (shares.get(language)?.length ?? 0) >= LEAST_SHARE * told.length),
  )
  return {
    decide(words, guess) {
      if (counts.prior.size === 0) return undefined
      const languages = [...new Set([...counts.prior.keys(), ...(guess ? [guess.language] : [])])].sort()
      const known = words.filter((word) => counts.words.has(word))
      const scores = languages.map(
        (language) => scoreOf(language, known, counts) + guessScore(language, guess),
      )
      const best = scores.indexOf(Math.max(...scores))
      const sum = scores.reduce((total, score) => total + Math.exp(score - (scores[best] ?? 0)), 0)
      const knownShare = words.length === 0 ? 0 : known.length / words.length
      return { language: languages[best] ?? '', probability: 1 / sum, knownShare }
    },
  }
}

function countWords(taught: readonly TaughtText[]): Counts {
  const counts: Counts = { prior: new Map(), words: new Map(), totals: new Map() }
  for (const { words, language } of taught) {
    counts.prior.set(language, (counts.prior.get(language) ?? 0) + 1 / taught.length)
    counts.totals.set(language, (counts.totals.get(language) ?? 0) + words.length)
    for (const word of words) {
      const ofWord = counts.words.get(word) ?? new Map<string, number>()
      ofWord.set(language, (ofWord.get(language) ?? 0) + 1)
      counts.words.set(word, ofWord)
    }
  }
  return counts
}

function scoreOf(language: string, known: readonly string[], counts: Counts): number {
  const vocabulary = counts.words.size
  const total = counts.totals.get(language) ?? 0
  const prior = Math.log(Math.max(LEAST_PRIOR, counts.prior.get(language) ?? 0))
  return known.reduce((sum, word) => {
    const count = counts.words.get(word)?.get(language) ?? 0
    return sum + Math.log((count + 0.1) / (total + 0.1 * vocabulary))
  }, prior)
}

/** The detector's word, believed the less the shorter the text. */
function guessScore(language: string, guess: (LanguageGuess & { trust: number }) | undefined): number {
  if (!guess) return 0
  const belief = Math.min(0.99, 0.5 + (guess.probability - 0.5) * guess.trust)
  return Math.log(language === guess.language ? Math.max(belief, 0.05) : (1 - Math.max(belief, 0.05)) / 2)
}

/** Letters of any script; figures and signs tell no language. */
export function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}
