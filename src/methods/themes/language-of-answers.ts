import { lettersIn, type WordVotes, wordVotes } from './word-votes.ts'
import { wordsOf } from './words.ts'

/** What a detector makes of a text: a language (BCP 47) and its own estimate of being right. */
export interface LanguageGuess {
  language: string
  probability: number
}

/** Not told by anything: too short, no letters, or torn between languages. */
export const UNDETERMINED = 'und'

/** A detector may be believed on its own from so many letters; below that it calls "Stop HS2" French. */
const LONG_ENOUGH = 20
const SURE_GUESS = 0.9
/** The detector costs a third of a millisecond: at most so many texts teach, the rest ask it only when in doubt. */
const TEXTS_TO_LEARN_FROM = 3_000
const SURE_VOTE = 0.8
const SURE_WITHOUT_ASKING = 0.995

/**
 * The language of each text. Long texts go by the detector. From those the corpus's own words learn which language they
 * belong to (naive Bayes over words, with the languages' shares as the prior); short texts, and long corpora, go by
 * the words first and ask the detector when the words do not settle it. What stays under 80 % is `und`, never a guess.
 */
export function languagesOf(texts: readonly string[], detect: (text: string) => LanguageGuess): string[] {
  const guesses = new Map<number, LanguageGuess>()
  const step = Math.max(1, texts.length / TEXTS_TO_LEARN_FROM)
  for (let at = 0; at < texts.length; at += step) {
    const row = Math.floor(at)
    guesses.set(row, detect(texts[row] ?? ''))
  }
  const taught = [...guesses].filter(([row, guess]) => isSure(texts[row] ?? '', guess))
  const votes = wordVotes(
    taught.map(([row, { language }]) => ({ words: wordsOf(texts[row] ?? ''), language })),
  )
  return texts.map((text, row) => settle(text, votes, () => guesses.get(row) ?? detect(text)))
}

function isSure(text: string, { language, probability }: LanguageGuess): boolean {
  return language !== UNDETERMINED && probability >= SURE_GUESS && lettersIn(text) >= LONG_ENOUGH
}

function settle(text: string, votes: WordVotes, ask: () => LanguageGuess): string {
  const letters = lettersIn(text)
  if (letters === 0) return UNDETERMINED
  const words = wordsOf(text)
  const byWords = votes.decide(words)
  if (byWords && byWords.knownShare >= 0.5 && byWords.probability >= SURE_WITHOUT_ASKING)
    return byWords.language
  const guess = ask()
  const isKnown = byWords !== undefined && byWords.knownShare >= 0.5
  if (isSure(text, guess) && (!isKnown || byWords.language === guess.language)) return guess.language
  const decided = votes.decide(words, { ...guess, trust: Math.min(1, letters / LONG_ENOUGH) })
  if (decided && decided.knownShare === 0 && decided.language !== guess.language) return UNDETERMINED
  if (decided) return decided.probability >= SURE_VOTE ? decided.language : UNDETERMINED
  return guess.probability >= SURE_VOTE ? guess.language : UNDETERMINED
}
