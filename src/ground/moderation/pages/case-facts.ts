import type { Translate } from '#core/i18n/translate.ts'
import type { Case } from '../case-of.ts'
import { m, OUTCOME_MESSAGES, REASON_MESSAGES } from '../messages.ts'

export function reasonOf(t: Translate, reason: string): string {
  const known = Object.entries(REASON_MESSAGES).find(([name]) => name === reason)
  return known ? t(known[1]) : reason
}

function outcomeOf(t: Translate, { outcome, heldAt }: Case): string {
  if (outcome === null && heldAt) return t(m.outcomeHeld)
  const known = Object.entries(OUTCOME_MESSAGES).find(([name]) => name === outcome)
  return t(known ? known[1] : m.outcomeOpen)
}

/** What everybody may know of a case, in a line. */
export function caseFacts(t: Translate, found: Case): string[] {
  return [
    outcomeOf(t, found),
    reasonOf(t, found.outcomeReason ?? found.reason),
    t(m.withModerators, { body: found.bodyName }),
    t(m.openedOn, { day: t.day(found.openedAt) }),
    found.decidedAt
      ? t(m.decidedOn, { day: t.day(found.decidedAt) })
      : t(m.dueOn, { day: t.day(found.dueAt) }),
  ]
}

/** Where the appeal stands, in a sentence; null when none was asked for. */
export function appealSentence(t: Translate, found: Case): string | null {
  const body = found.hearerName ?? ''
  if (!found.appealedAt || !found.appealDueAt) return null
  if (!found.appealDecidedAt) {
    const [day, due] = [t.day(found.appealedAt), t.day(found.appealDueAt)]
    return t(m.appealAskedOn, { day, body, due })
  }
  const message = found.appealOutcome === 'overturned' ? m.appealOverturned : m.appealStands
  return t(message, { body, day: t.day(found.appealDecidedAt) })
}
