import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isClerkOf } from '#ground/matters/policy.ts'
import { deskPageMessages } from './desk-messages.ts'
import { m } from './messages.ts'
import { type Body, findBody } from './queries.ts'

export type FoundDesk = { ok: true; body: Body } | { ok: false; answer: Answer }

/** The desk of a body, for its clerks. */
export async function findDesk(x: Exchange): Promise<FoundDesk> {
  const body = await findBody(x.db, x.params.slug ?? '', x.now)
  if (!body) return { ok: false, answer: problem(404, 'not-found', x.t(m.noSuchBody)) }
  if (!isClerkOf(x.viewer, { lineage: body.lineage, bodyId: body.id }))
    return {
      ok: false,
      answer: problem(403, 'desk.not-the-clerk', x.t(deskPageMessages.notYourDesk, { body: body.name })),
    }
  return { ok: true, body }
}
