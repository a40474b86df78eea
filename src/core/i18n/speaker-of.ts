import { isLanguage } from './languages.ts'
import type { Translators } from './load-catalogues.ts'
import type { Translate } from './translate.ts'

/** Speaks a language where the organisation does; its first otherwise. */
export function speakerOf({
  house,
  translators,
}: {
  house: { languages: readonly string[] }
  translators: Translators
}): (language: string) => Translate {
  const own = house.languages[0] ?? 'en'
  return (language) =>
    translators.for(isLanguage(language) && house.languages.includes(language) ? language : own)
}
