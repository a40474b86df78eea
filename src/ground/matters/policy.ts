import { holdsRole, type Place, type Viewer } from '#core/access/viewer.ts'
import type { LastCustody } from './custody-of.ts'
import { isAnswer, verdictFrom } from './rules.ts'

/** A clerk holds the role at the body, or in its unit. */
export function isClerkOf(viewer: Viewer, { lineage, bodyId }: Required<Place>): boolean {
  return holdsRole(viewer, 'clerk', { lineage, bodyId })
}

interface InHand {
  bodyId: string
  lineage: readonly string[]
}

/** Only a clerk of the body that has it decides; `null` custody: it ended. */
export function mayDecide(
  viewer: Viewer,
  custody: InHand | null,
): 'allowed' | 'not-the-clerk' | 'already-decided' {
  if (!custody) return 'already-decided'
  return isClerkOf(viewer, custody) ? 'allowed' : 'not-the-clerk'
}

/** Once, after an ending that a body decided, when somebody is named to review that body. */
export function mayAskForReview(
  isAuthor: boolean,
  facts: { last: LastCustody | null; isOpen: boolean; wasReviewed: boolean },
): 'allowed' | 'not-the-author' | 'not-decided-yet' | 'withdrawn' | 'reviewed-once' | 'nobody-reviews' {
  if (!isAuthor) return 'not-the-author'
  if (facts.wasReviewed) return 'reviewed-once'
  if (facts.isOpen || !facts.last?.outcome) return 'not-decided-yet'
  if (facts.last.outcome === 'withdrawn') return 'withdrawn'
  return facts.last.reviewedBy ? 'allowed' : 'nobody-reviews'
}

/** From two weeks after an answer on, once for each answer. */
export function mayJudge(
  isAuthor: boolean,
  facts: { last: LastCustody | null; isOpen: boolean; now: Date },
): 'allowed' | 'not-the-author' | 'no-answer' | 'too-early' | 'judged' {
  if (!isAuthor) return 'not-the-author'
  const { last, isOpen, now } = facts
  if (isOpen || !last?.decidedAt || !isAnswer(last.outcome)) return 'no-answer'
  if (last.verdict) return 'judged'
  return now < verdictFrom(last.decidedAt) ? 'too-early' : 'allowed'
}
