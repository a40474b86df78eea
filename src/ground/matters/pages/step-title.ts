import type { Translate } from '#core/i18n/translate.ts'
import { entryGloss } from '#ground/record/entry-types.ts'
import { m } from '../messages.ts'
import { stepMessages as s } from '../step-messages.ts'
import type { Step } from '../story-of.ts'

/** What happened in a step, in one line with the names of those it happened to. */
export function stepTitle(t: Translate, step: Step): string {
  const body = step.bodyName ?? ''
  const to = step.to?.name ?? ''
  switch (step.kind) {
    case 'submission.handed-in':
      return t(entryGloss(step.kind))
    case 'matter.considered':
      return t(s.began, { body })
    case 'matter.passed-on':
      return t(s.passedOnTo, { body, to })
    case 'matter.merged':
      return t(s.mergedInto, { body, number: step.other?.number ?? 0 })
    case 'matter.joined':
      return t(s.joinedBy, { body, number: step.other?.number ?? 0 })
    case 'matter.deferred':
      return t(s.deferredUntil, { body, day: dayOf(t, step.leaf.until) })
    case 'matter.review-asked':
      return t(s.reviewAsked, { to })
    case 'matter.return-asked':
      return t(s.returnAsked, { body, to })
    case 'matter.return-agreed':
      return t(step.words?.as === 'author' ? s.authorAgreed : s.reviewerAgreed, { to })
    case 'matter.judged':
      return judgementIn(t, step.leaf.outcome)
    case 'matter.withdrawn':
      return t(entryGloss(step.kind))
    default:
      return decisionOrGloss(t, step)
  }
}

const DECISIONS = new Map([
  ['matter.accepted', s.acceptedBy],
  ['matter.answered', s.answeredBy],
  ['matter.refused', s.refusedBy],
])

function decisionOrGloss(t: Translate, { kind, bodyName }: Step): string {
  const decision = DECISIONS.get(kind)
  if (decision && bodyName !== null) return t(decision, { body: bodyName })
  const gloss = t(entryGloss(kind))
  return bodyName === null ? gloss : t(m.stepAtBody, { body: bodyName, step: gloss })
}

function judgementIn(t: Translate, verdict: unknown): string {
  if (verdict === 'yes') return t(s.judgedYes)
  return t(verdict === 'partly' ? s.judgedPartly : s.judgedNo)
}

function dayOf(t: Translate, day: unknown): string {
  return typeof day === 'string' ? t.day(new Date(day)) : ''
}
