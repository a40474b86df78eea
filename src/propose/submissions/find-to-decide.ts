import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { decisionMessages } from '#ground/matters/decision-messages.ts'
import { type MatterInHand, matterInHand } from '#ground/matters/matter-in-hand.ts'
import { outcomeWords } from '#ground/matters/outcome-words.ts'
import { mayDecide } from '#ground/matters/policy.ts'
import { notTheClerk } from '#ground/matters/refusals.ts'
import { findVisibleSubmission, type Submission } from './find-submission.ts'
import { m } from './messages.ts'

export type ToDecide = { ok: true; matter: MatterInHand } | { ok: false; answer: Answer }

/** The submission with the body that has it, if the viewer may decide about it; otherwise what to say instead. */
export async function findToDecide(x: Exchange): Promise<ToDecide> {
  const submission = await findVisibleSubmission(x.db, x.viewer, x.params.number)
  if (!submission) return { ok: false, answer: problem(404, 'not-found', x.t(m.noSuchSubmission)) }
  const matter = await matterInHand(x.db, submission.number)
  if (!matter) return { ok: false, answer: endedAlready(x, submission) }
  if (mayDecide(x.viewer, matter.custody) === 'not-the-clerk')
    return { ok: false, answer: notTheClerk(x, matter.custody.bodyName) }
  return { ok: true, matter }
}

function endedAlready(x: Exchange, { number, closedAt, closingOutcome }: Submission): Answer {
  const outcome = outcomeWords(x.t, closingOutcome)
  const day = x.t.day(closedAt ?? x.now)
  return problem(
    409,
    'decision.already-decided',
    x.t(decisionMessages.endedAlready, { number, outcome, day }),
  )
}
