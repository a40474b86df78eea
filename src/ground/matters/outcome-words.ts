import type { Message, Plain } from '#core/i18n/messages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { m } from './messages.ts'

const OUTCOMES = new Map<string, Message<Plain>>([
  ['accepted', m.accepted],
  ['answered', m.answered],
  ['refused', m.refused],
  ['merged', m.merged],
  ['deferred', m.deferred],
  ['passed-on', m.passedOn],
  ['withdrawn', m.withdrawn],
])

/** An outcome in words: "Refused, with reason". */
export function outcomeWords(t: Translate, outcome: string | null): string {
  const words = OUTCOMES.get(outcome ?? '')
  return words ? t(words) : (outcome ?? '')
}
