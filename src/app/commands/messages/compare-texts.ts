import { type Language, languageNamed } from '#core/i18n/languages.ts'
import { type ReadText, readText } from './texts-of.ts'

const LATIN_WORD = /[A-Za-z]{2,}/
const ARABIC_LETTER = /\p{Script=Arabic}/u
// Names of files, headers and programs stay as they are; four words in a row are a sentence that was left in English.
const LEFT_IN_ENGLISH = /(?:\b[A-Za-z][A-Za-z’'-]*\b[\s,.;:]+){3,}[A-Za-z]/

/** What is wrong with a text beside its English; null when it can be used. */
export function faultOf(english: string, text: string, language: Language): string | null {
  const source = readText(english, 'en')
  const read = readText(text, language)
  if ('broken' in source) return `its English cannot be read: ${source.broken}`
  if ('broken' in read) return `cannot be read: ${read.broken}`
  return valuesFault(source, read) ?? pluralFault(read, language) ?? englishFault(source, read, language)
}

function valuesFault(source: ReadText, read: ReadText): string | null {
  const missing = [...source.values].filter((value) => !read.values.has(value))
  const added = [...read.values].filter((value) => !source.values.has(value))
  if (missing.length > 0) return `lacks {${missing.join('}, {')}}`
  return added.length > 0 ? `has {${added.join('}, {')}}, which the English has not` : null
}

/** Every form that the language tells apart must be there. */
function pluralFault({ plurals }: ReadText, language: Language): string | null {
  const needed = new Intl.PluralRules(languageNamed(language).intl).resolvedOptions().pluralCategories
  for (const { name, forms } of plurals) {
    const missing = needed.filter((form) => !forms.includes(form))
    if (missing.length > 0) return `{${name}} lacks the plural form ${missing.join(', ')}`
  }
  return null
}

function englishFault(source: ReadText, read: ReadText, language: Language): string | null {
  if (!LATIN_WORD.test(source.words)) return null
  if (languageNamed(language).dir === 'ltr') return sameSentence(source, read) ? 'is still in English' : null
  if (!ARABIC_LETTER.test(read.words)) return 'is still in English'
  const left = LEFT_IN_ENGLISH.exec(read.words)
  return left ? `still has English in it: “${left[0]}…”` : null
}

/** A word or two may be the same in both languages; a sentence is not. */
function sameSentence(source: ReadText, read: ReadText): boolean {
  return source.words === read.words && (source.words.match(/[A-Za-z]{2,}/g) ?? []).length > 2
}
