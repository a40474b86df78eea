import type { Translate } from '#core/i18n/translate.ts'
import { ROLE_MESSAGES } from '../messages.ts'

/** A role in words; its own name for one that is not in the list. */
export function roleWords(t: Translate, role: string): string {
  const known = Object.entries(ROLE_MESSAGES).find(([name]) => name === role)
  return known ? t(known[1]) : role
}
