import { isLanguage } from '#core/i18n/languages.ts'
import { WRITTEN_LANGUAGES } from '#core/i18n/written-languages.ts'
import type { House } from '#core/slice/house.ts'

/** Into which languages something may be translated: those of the house first, then others that people write here. */
export function languagesOffered({ languages }: House): string[] {
  return [...new Set([...languages.filter(isLanguage), ...WRITTEN_LANGUAGES])]
}
