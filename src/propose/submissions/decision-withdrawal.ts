import { type Answer, done, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { decisionMessages } from '#ground/matters/decision-messages.ts'
import { takeBackDecision } from '#ground/matters/take-back-decision.ts'
import { findToDecide } from './find-to-decide.ts'

/** Takes a decision back within its five minutes. */
export async function createDecisionWithdrawal(x: Exchange): Promise<Answer> {
  const found = await findToDecide(x)
  if (!found.ok) return found.answer
  const { custody, number } = found.matter
  const outcome = await takeBackDecision(x.db, { custodyId: custody.id, bodySlug: custody.bodySlug })
  if (!outcome.ok)
    return problem(409, 'decision.nothing-to-take-back', x.t(decisionMessages.nothingToTakeBack))
  return done(x, {
    to: `/bodies/${custody.bodySlug}/desk?matter=${number}`,
    json: () => ({ number, withdrawn: true }),
  })
}
