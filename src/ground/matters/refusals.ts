import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { decisionMessages as m } from './decision-messages.ts'
import type { Refusal } from './rules.ts'

/** The sentence for a decision that cannot stand, and the field it is about. */
export const REFUSALS = {
  'passed-to-itself': { field: 'pass_to', message: m.passedToItself },
  'body-is-closed': { field: 'pass_to', message: m.bodyIsClosed },
  'needs-agreement': { field: 'pass_to', message: m.needsAgreement },
  'merged-into-itself': { field: 'merge_into', message: m.mergedIntoItself },
  'target-ended': { field: 'merge_into', message: m.targetEnded },
  'target-is-leaving': { field: 'merge_into', message: m.targetIsLeaving },
  'deferred-too-often': { field: 'outcome', message: m.deferredTooOften },
  'until-not-ahead': { field: 'until', message: m.untilNotAhead },
  'until-too-far': { field: 'until', message: m.untilTooFar },
} as const satisfies Record<Refusal, { field: string; message: unknown }>

/** 403: the matter is with a body of which the viewer is no clerk. */
export function notTheClerk(x: Exchange, body: string): Answer {
  return problem(403, 'decision.not-the-clerk', x.t(m.notTheClerk, { body }))
}

/** 409: another decision on this custody was recorded first. */
export function decidedAlready(x: Exchange, number: number): Answer {
  return problem(409, 'decision.already-decided', x.t(m.decidedAlready, { number }))
}

/** 422: the key against double sending came with another request before. */
export function keyReused(x: Exchange): Answer {
  return problem(422, 'request.key-reused', x.t(m.keyReused))
}
