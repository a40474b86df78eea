import type { Message, Plain } from '#core/i18n/messages.ts'
import { m } from './messages.ts'
import type { Rhythm } from './occurrences.ts'

/** "Every week". */
export const RHYTHM_WORDS: Readonly<Record<Rhythm, Message<Plain>>> = {
  weekly: m.weekly,
  fortnightly: m.fortnightly,
  monthly: m.monthly,
}
