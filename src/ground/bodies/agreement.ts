import { type Answer, done, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { agreeToReturn } from '#ground/matters/agree-to-return.ts'
import { returnsToAgreeTo } from '#ground/matters/return-requests.ts'
import { deskPageMessages as m } from './desk-messages.ts'
import { findDesk } from './find-desk.ts'

/** The reviewing body lets a matter go back to a body that had it. */
export async function createAgreement(x: Exchange): Promise<Answer> {
  const found = await findDesk(x)
  if (!found.ok) return found.answer
  const waiting = await returnsToAgreeTo(x.db, found.body.id)
  const request = waiting.find(({ id }) => id === x.form.request)
  const gone = () => problem(409, 'return.not-waiting', x.t(m.notWaiting))
  if (!request) return gone()
  const outcome = await agreeToReturn(x.db, { requestId: request.id, as: 'reviewing-body', now: x.now })
  if (!outcome.ok) return gone()
  return done(x, {
    to: `/bodies/${found.body.slug}/desk?agreed=yes`,
    json: () => ({ number: request.number, agreed: true }),
  })
}
