import { inTransaction } from '#core/db/transaction.ts'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { claimAnswer, standingOf } from '../../calls/index.ts'
import { isClaimToken } from './claim.ts'
import { findMailedAnswer, type MailedAnswer } from './find-mailed-answer.ts'
import { m } from './messages.ts'
import { ClaimPage } from './pages/claim-page.tsx'

/** Signed in and by the link from their own mailbox, somebody says that a mail was theirs. */
export async function showClaim(x: Exchange): Promise<Answer> {
  const answer = await findForClaim(x)
  if (!answer) return problem(404, 'answer.no-claim', x.t(m.claimUnknown))
  const { number } = answer
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.claimTitle, { number }),
        isUnlisted: true,
        children: ClaimPage({ t: x.t, number, action: `/answers/${number}/claim/${x.params.token}` }),
      }),
    json: () => ({ number }),
  })
}

export async function createClaim(x: Exchange): Promise<Answer> {
  const answer = await findForClaim(x)
  const { person } = x.viewer
  if (!answer || !person) return problem(404, 'answer.no-claim', x.t(m.claimUnknown))
  const claim = { answerId: answer.id, personId: person.id, standing: standingOf(x.viewer) }
  const isTheirs = await inTransaction(x.db, (tx) => claimAnswer(tx, claim))
  if (!isTheirs) return problem(409, 'answer.claimed', x.t(m.claimUnknown))
  const { number } = answer
  return done(x, { to: `/answers/${number}`, json: () => ({ number }) })
}

async function findForClaim(x: Exchange): Promise<MailedAnswer | null> {
  const answer = await findMailedAnswer(x.db, x.params.number)
  const { person } = x.viewer
  if (!answer || !person) return null
  const claim = { number: answer.number, answerId: answer.id, personId: person.id }
  return isClaimToken(x.house.secret, x.params.token ?? '', claim) ? answer : null
}
