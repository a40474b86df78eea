import { isStopWord } from './stop-words.ts'
import { foldText, writtenWordsOf } from './words.ts'

/** A phrase found in more than this share of the texts tells no theme from another and may not begin or end a label. */
const COMMON_SHARE = 0.1
const LONGEST_PHRASE = 3
const WORDS_SHOWN = 8
const PHRASES_IN_LABEL = 3
/** Only this many texts of a theme are read for its words. */
const MOST_TEXTS = 1_000

export interface ThemeWords {
  /** Two or three phrases in plain words, as people wrote them. */
  label: string
  /** The most telling words and phrases, the most telling first. */
  words: string[]
}

/**
 * Words that tell each theme from the rest: log-odds with an informative Dirichlet prior, as z-scores (Monroe, Colaresi,
 * Quinn 2008, "Fightin' Words", equations 16 to 22, the prior being the whole corpus), over runs of one to three words.
 * What is common everywhere drops out in any language; in four languages a list keeps joining words from the ends.
 *
 * @param texts all texts; @param themeTexts for each theme the numbers of its texts.
 */
export function themeWords(
  texts: readonly string[],
  themeTexts: readonly (readonly number[])[],
): ThemeWords[] {
  const phrasesOf = (row: number) => phrasesIn(texts[row] ?? '')
  const sampled = themeTexts.map((rows) => spread(rows, MOST_TEXTS))
  const inAll = countTexts(sampled.flat().map(phrasesOf))
  const total = sampled.reduce((sum, rows) => sum + rows.length, 0)
  return sampled.map((rows) => {
    const inTheme = countTexts(rows.map(phrasesOf))
    const ranked = rank(inTheme, { inAll, size: rows.length, total })
    const chosen = withoutEchoes(ranked)
    const written = writtenForms(
      rows.map((row) => texts[row] ?? ''),
      new Set(chosen),
    )
    const words = chosen.map((phrase) => written.get(phrase) ?? phrase)
    return { label: words.slice(0, PHRASES_IN_LABEL).join(', '), words }
  })
}

function spread(rows: readonly number[], most: number): number[] {
  const step = Math.max(1, rows.length / most)
  return Array.from({ length: Math.min(rows.length, most) }, (_, at) => rows[Math.floor(at * step)] ?? 0)
}

/** Each run of one to three words of a text once; runs do not cross punctuation. */
function phrasesIn(text: string): Set<string> {
  const phrases = new Set<string>()
  for (const clause of text.split(/[.,;:!?()"“”«»۔،؟\n]+/u)) {
    const words = writtenWordsOf(clause)
      .map(foldText)
      .filter((word) => word !== '')
    words.forEach((_, from) => {
      for (let length = 1; length <= LONGEST_PHRASE && from + length <= words.length; length++) {
        phrases.add(words.slice(from, from + length).join(' '))
      }
    })
  }
  return phrases
}

function countTexts(sets: readonly Set<string>[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const set of sets) for (const phrase of set) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
  return counts
}

interface Background {
  inAll: Map<string, number>
  size: number
  total: number
}

function rank(inTheme: Map<string, number>, { inAll, size, total }: Background): [string, number][] {
  const isCommon = (word: string) => (inAll.get(word) ?? 0) > Math.max(2, COMMON_SHARE * total)
  const least = size < 20 ? 2 : 3
  const scored: [string, number][] = []
  for (const [phrase, count] of inTheme) {
    const words = phrase.split(' ')
    const [first = '', last = ''] = [words[0], words.at(-1)]
    if (count < least || isStopWord(first) || isStopWord(last) || isOneLetter(first) || isOneLetter(last))
      continue
    const all = inAll.get(phrase) ?? count
    const isTelling = count / size > 2.5 * (all / total) && count > all / 3
    if ((isCommon(first) || isCommon(last)) && !isTelling) continue
    // A phrase says more than its words: two fifths more for each further word.
    const score = telling({ count, size }, { all, total }) * (1 + 0.4 * (words.length - 1))
    if (score > 0) scored.push([phrase, score])
  }
  return scored.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

/** One letter alone ("a", "w", "z", "y") is hardly ever a word to begin or end on. */
function isOneLetter(word: string): boolean {
  return /^[\p{Script=Latin}\p{N}]$/u.test(word)
}

interface InTheme {
  count: number
  size: number
}

/** The z-score of one phrase, theme against the rest, with the corpus as a prior worth 10 texts. */
function telling({ count, size }: InTheme, { all, total }: { all: number; total: number }): number {
  const prior = 10 * (all / total)
  const rest = all - count
  const odds = Math.log((count + prior) / (size - count + 10 - prior + 1))
  const restOdds = Math.log((rest + prior) / (total - size - rest + 10 - prior + 1))
  return (odds - restOdds) / Math.sqrt(1 / (count + prior) + 1 / (rest + prior))
}

/** Leaves out a phrase that only repeats, lengthens or shortens one already taken. */
function withoutEchoes(ranked: readonly [string, number][]): string[] {
  const taken: string[] = []
  for (const [phrase] of ranked) {
    if (taken.length === WORDS_SHOWN) break
    if (!taken.some((other) => isEcho(phrase, other))) taken.push(phrase)
  }
  return taken
}

function isEcho(phrase: string, other: string): boolean {
  const [words, others] = [phrase.split(' '), other.split(' ')]
  return words.some((word) => others.some((near) => stemOf(word) === stemOf(near)))
}

/** Enough of a word to see that "gamble" and "gambling" are one, in any language. */
function stemOf(word: string): string {
  return word.length > 5 ? word.slice(0, Math.max(4, word.length - 3)) : word.replace(/s$/, '')
}

/** How each phrase is most often written. */
function writtenForms(texts: readonly string[], wanted: ReadonlySet<string>): Map<string, string> {
  const forms = new Map<string, Map<string, number>>()
  for (const text of texts) {
    const written = writtenWordsOf(text)
    const folded = written.map(foldText)
    written.forEach((_, from) => {
      for (let length = 1; length <= LONGEST_PHRASE; length++) {
        const phrase = folded.slice(from, from + length).join(' ')
        if (!wanted.has(phrase)) continue
        const form = written.slice(from, from + length).join(' ')
        const ofPhrase = forms.get(phrase) ?? new Map<string, number>()
        forms.set(phrase, ofPhrase.set(form, (ofPhrase.get(form) ?? 0) + 1))
      }
    })
  }
  return new Map([...forms].map(([phrase, counts]) => [phrase, commonest(counts)]))
}

function commonest(counts: Map<string, number>): string {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1))[0]?.[0] ?? ''
}
