import { type Answer, done, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { considerMatter } from '#ground/matters/consider-matter.ts'
import { decisionMessages } from '#ground/matters/decision-messages.ts'
import { decidedAlready } from '#ground/matters/refusals.ts'
import { findToDecide } from './find-to-decide.ts'

/** Says that the body has begun to consider it. */
export async function createConsideration(x: Exchange): Promise<Answer> {
  const found = await findToDecide(x)
  if (!found.ok) return found.answer
  const { matter } = found
  const outcome = await considerMatter(x.db, { matter, custody: matter.custody, now: x.now })
  if (!outcome.ok && outcome.why === 'already-decided') return decidedAlready(x, matter.number)
  if (!outcome.ok) return problem(409, 'decision.already-considered', x.t(decisionMessages.consideredAlready))
  return done(x, {
    to: `/bodies/${matter.custody.bodySlug}/desk?matter=${matter.number}`,
    json: () => ({ number: matter.number, state: 'being-considered' }),
  })
}
