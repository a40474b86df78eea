import type { Translate } from '#core/i18n/translate.ts'
import { decisionMessages as m } from './decision-messages.ts'
import type { Decided } from './rules.ts'

export interface DecisionToTell {
  outcome: Decided
  reason: string | null
  untilOn: string | null
  matter: { number: number; title: string | null }
  body: { name: string }
  to: { name: string } | null
  into: { number: number; title: string | null } | null
  dueAt: Date | undefined
  /** Of the story, with the house's address. */
  url: string
}

/** What the author reads: the same words in the preview on the desk and in the letter. */
export function decisionLetter(t: Translate, decision: DecisionToTell): { subject: string; text: string } {
  const { matter, body, reason, url } = decision
  const text = [
    matter.title === null
      ? t(m.letterAboutNumber, { number: matter.number })
      : t(m.letterAbout, { title: matter.title, number: matter.number }),
    sentenceOf(t, decision),
    reason === null ? null : t(m.letterReason, { body: body.name, reason }),
    nextOf(t, decision),
    t(m.letterStory, { url }),
    t(m.letterWhy),
  ]
  return {
    subject: t(m.letterSubject, { number: matter.number, decided: t(SHORT[decision.outcome]) }),
    text: text.filter((part) => part !== null).join('\n\n'),
  }
}

const SHORT = {
  accepted: m.shortAccepted,
  answered: m.shortAnswered,
  refused: m.shortRefused,
  merged: m.shortMerged,
  deferred: m.shortDeferred,
  'passed-on': m.shortPassedOn,
} as const

/** "Housing Commission passed it on to the Executive." */
export function sentenceOf(
  t: Translate,
  { outcome, body, to, into, untilOn }: Omit<DecisionToTell, 'url' | 'dueAt' | 'matter' | 'reason'>,
): string {
  switch (outcome) {
    case 'accepted':
      return t(m.saidAccepted, { body: body.name })
    case 'answered':
      return t(m.saidAnswered, { body: body.name })
    case 'refused':
      return t(m.saidRefused, { body: body.name })
    case 'merged':
      return t(m.saidMerged, { body: body.name, number: into?.number ?? 0, title: into?.title ?? '' })
    case 'deferred':
      return t(m.saidDeferred, { body: body.name, day: untilOn ? t.day(new Date(untilOn)) : '' })
    case 'passed-on':
      return t(m.saidPassedOn, { body: body.name, to: to?.name ?? '' })
  }
}

function nextOf(t: Translate, { outcome, to, dueAt }: DecisionToTell): string {
  const day = dueAt ? t.day(dueAt) : ''
  switch (outcome) {
    case 'accepted':
      return t(m.nextAccepted)
    case 'merged':
      return t(m.nextMerged)
    case 'deferred':
      return t(m.nextDeferred, { day })
    case 'passed-on':
      return t(m.nextPassedOn, { to: to?.name ?? '', day })
    default:
      return t(m.nextReview)
  }
}
