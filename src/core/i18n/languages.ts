import { type InterfaceLanguage, readLanguages } from './read-languages.ts'

/** Interface languages by their tag. A further one is a folder in `locales/` with a `language.json`: no code. */
export const LANGUAGES = readLanguages()

const PSEUDO = 'en-XA'

/** What an organisation can choose among; the accented English is for finding what was hard-coded. */
export const offeredLanguages: readonly Language[] = Object.keys(LANGUAGES).filter((tag) => tag !== PSEUDO)

/** The tag of an interface language: `en`, `ur`. */
export type Language = string

export function languageNamed(tag: Language): InterfaceLanguage {
  const language = LANGUAGES[tag]
  if (!language) throw new Error(`${tag} is no language of the interface.`)
  return language
}

export function isLanguage(text: unknown): text is Language {
  return typeof text === 'string' && Object.hasOwn(LANGUAGES, text)
}

/** Direction of words in any language, by its BCP 47 tag: a contribution may be in a language the interface has not. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ku',
  'ks',
  'nqo',
  'pa-Arab',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
])

/** The best of `offered` for an Accept-Language header (RFC 9110 section 12.5.4); the first of them when none fits. */
export function chooseLanguage(header: string | undefined, offered: readonly Language[]): Language {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().split(';')
    const weight = parameters.map((p) => /^\s*q=([0-9.]+)/.exec(p)?.[1]).find((q) => q !== undefined)
    return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) }
  })
  wishes.sort((a, b) => b.weight - a.weight)
  for (const { tag } of wishes) {
    const match = offered.find((language) => language.toLowerCase() === tag || language === tag.split('-')[0])
    if (match) return match
  }
  return offered[0] ?? 'en'
}
