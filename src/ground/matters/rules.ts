import { DAY_MS } from '#core/time/clock.ts'
import { addDays, daysBetween, isoDate } from '#core/time/days.ts'

/** What a body can decide; withdrawing is the author's. */
export const DECISIONS = ['accepted', 'answered', 'passed-on', 'merged', 'deferred', 'refused'] as const
export type Decided = (typeof DECISIONS)[number]

/** Minutes in which a clerk can take a decision back before anybody reads it. */
export const TAKE_BACK_MINUTES = 5
export const MOST_DEFERRALS = 2
/** A deferral may not outlast the longest promise a body can make. */
export const LONGEST_DEFERRAL_DAYS = 366
export const VERDICT_AFTER_DAYS = 14

export function announcedAt(madeAt: Date): Date {
  return new Date(madeAt.getTime() + TAKE_BACK_MINUTES * 60_000)
}

/** What the rules ask about before a decision may stand; gathered by the command. */
export interface DecisionFacts {
  outcome: Decided
  from: { id: string }
  to: { id: string; reviewedBy: string | null; isOpen: boolean; hadItBefore: boolean } | null
  hasAgreement: boolean
  target: { isSame: boolean; isOpen: boolean; isLeaving: boolean } | null
  deferrals: number
  untilOn: string | null
  now: Date
}

export type Refusal =
  | 'passed-to-itself'
  | 'body-is-closed'
  | 'needs-agreement'
  | 'merged-into-itself'
  | 'target-ended'
  | 'target-is-leaving'
  | 'deferred-too-often'
  | 'until-not-ahead'
  | 'until-too-far'

/** Why a decision cannot stand; null when it can. */
export function refusalOf(facts: DecisionFacts): Refusal | null {
  switch (facts.outcome) {
    case 'passed-on':
      return refusalToPassOn(facts)
    case 'merged':
      return refusalToMerge(facts.target)
    case 'deferred':
      return refusalToDefer(facts)
    default:
      return null
  }
}

function refusalToPassOn({ from, to, hasAgreement }: DecisionFacts): Refusal | null {
  if (!to?.isOpen) return 'body-is-closed'
  if (to.id === from.id) return 'passed-to-itself'
  // A reviewing body that sends a matter back agrees by doing so.
  if (to.hadItBefore && !hasAgreement && to.reviewedBy !== from.id) return 'needs-agreement'
  return null
}

function refusalToMerge(target: DecisionFacts['target']): Refusal | null {
  if (target?.isSame) return 'merged-into-itself'
  if (!target?.isOpen) return 'target-ended'
  return target.isLeaving ? 'target-is-leaving' : null
}

function refusalToDefer({ deferrals, untilOn, now }: DecisionFacts): Refusal | null {
  if (deferrals >= MOST_DEFERRALS) return 'deferred-too-often'
  if (untilOn === null || untilOn <= isoDate(now)) return 'until-not-ahead'
  return untilOn > isoDate(addDays(now, LONGEST_DEFERRAL_DAYS)) ? 'until-too-far' : null
}

/** A deferred matter is due at the end of its day. */
export function dueOn(day: string): Date {
  return new Date(new Date(`${day}T00:00:00Z`).getTime() + DAY_MS - 1000)
}

/** How long a body held a matter, and by how many days that was over its promise (0 when kept). */
export function heldFor(custody: { receivedAt: Date; dueAt: Date; decidedAt: Date }): {
  days: number
  over: number
} {
  const { receivedAt, dueAt, decidedAt } = custody
  return { days: daysBetween(receivedAt, decidedAt), over: daysOver(dueAt, decidedAt) }
}

/** Days past a due date, begun ones counted whole; 0 when it is not past. */
export function daysOver(dueAt: Date, at: Date): number {
  return at <= dueAt ? 0 : Math.ceil((at.getTime() - dueAt.getTime()) / DAY_MS)
}

/** A third of its time or less is left. */
export function isDueSoon({ receivedAt, dueAt }: { receivedAt: Date; dueAt: Date }, now: Date): boolean {
  return (dueAt.getTime() - now.getTime()) * 3 <= dueAt.getTime() - receivedAt.getTime()
}

/** Endings that say something to the author, which the author may have looked at again and judge. */
export const ANSWERS: readonly string[] = ['accepted', 'answered', 'refused']

export function isAnswer(outcome: string | null): boolean {
  return outcome !== null && ANSWERS.includes(outcome)
}

export function verdictFrom(decidedAt: Date): Date {
  return addDays(decidedAt, VERDICT_AFTER_DAYS)
}
