import type { Translate } from '#core/i18n/translate.ts'
import { m } from '#ground/matters/messages.ts'

const ENDINGS = {
  accepted: m.accepted,
  answered: m.answered,
  refused: m.refused,
  merged: m.merged,
  withdrawn: m.withdrawn,
} as const

/** The outcome that closed a matter, in words. */
export function endingInWords(t: Translate, outcome: string | null): string {
  return outcome !== null && outcome in ENDINGS ? t(ENDINGS[outcome as keyof typeof ENDINGS]) : ''
}
