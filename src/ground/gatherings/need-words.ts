import type { Translate } from '#core/i18n/translate.ts'
import { registrationMessages as r } from './registration-messages.ts'

export const NEED_WORDS = {
  wheelchair: r.wheelchair,
  interpreter: r.interpreter,
  'hearing-loop': r.hearingLoop,
  'quiet-space': r.quietSpace,
  child: r.child,
  'large-print': r.largePrint,
  food: r.food,
} as const

export function needWords(t: Translate, need: string): string {
  return Object.hasOwn(NEED_WORDS, need) ? t(NEED_WORDS[need as keyof typeof NEED_WORDS]) : need
}
