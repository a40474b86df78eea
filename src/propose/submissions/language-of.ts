import { loadModule } from 'cld3-asm'

const SURE_ENOUGH = 0.7
const SHORTEST_TEXT = 20

// A busy machine takes longer than the three seconds the library allows itself; it then never comes back.
const READY_MS = 120_000

/** Of a longer text it reads as much in five places: nobody needs more to tell, and everybody else waits meanwhile. */
const LONGEST_BYTES = 600

const detector = loadModule({ timeout: READY_MS }).then((factory) => factory.create(0, LONGEST_BYTES))
// A detector that cannot be loaded costs a guess, not the house: every guess below falls back by itself.
detector.catch(() => undefined)

/** Who said which language it is: the author, the detector from the words, or nobody, and it is the page's own. */
export type LanguageFrom = 'author' | 'words' | 'page'

export interface Guess {
  language: string
  languageFrom: LanguageFrom
}

/**
 * The language of a text by Google's compact detector (cld3), as a BCP 47 tag; `fallback` for a text too short to tell,
 * or when the detector is unsure or fails. The author may always correct it.
 */
async function guessLanguage(text: string, fallback: string): Promise<Guess> {
  const found = text.length < SHORTEST_TEXT ? null : await detected(text).catch(() => null)
  return found === null
    ? { language: fallback, languageFrom: 'page' }
    : { language: found, languageFrom: 'words' }
}

/** What the author chose, or a guess from the title and the words. */
export async function languageSaid(
  { title, words, language }: { title: string; words: string; language?: string },
  fallback: string,
): Promise<Guess> {
  return language ? { language, languageFrom: 'author' } : guessLanguage(`${title}\n${words}`, fallback)
}

/** A guess alone, for words whose language nobody is asked about. */
export async function languageOf(text: string, fallback: string): Promise<string> {
  return (await guessLanguage(text, fallback)).language
}

async function detected(text: string): Promise<string | null> {
  const found = (await detector).findLanguage(text)
  return found.is_reliable && found.probability >= SURE_ENOUGH ? found.language : null
}
