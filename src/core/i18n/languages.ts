/** Interface languages, each under its own name, with its direction. A further one needs a folder in `locales/` and a line here. */
export const LANGUAGES = {
  en: { name: 'English', dir: 'ltr', intl: 'en-GB' },
  ur: { name: 'اردو', dir: 'rtl', intl: 'ur-PK-u-nu-latn' },
  // Accented, longer English: shows what was hard-coded and what does not fit.
  'en-XA': { name: 'Ƥşḗḗŭŭḓǿǿ', dir: 'ltr', intl: 'en-GB' },
} as const

export type Language = keyof typeof LANGUAGES

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
