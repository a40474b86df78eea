import { type ZodType, z } from 'zod'
import { anyone } from '#core/access/policy.ts'
import { post, type Route } from '#core/http/route.ts'

/** What an author's program is answered: where the matter is read. */
const authorAnswer = z.object({ number: z.number(), url: z.string() })

interface Act {
  handler: Route['handler']
  summary: string
  body: ZodType
  collects?: string
}

/** Done by the author alone, whom the handler knows by their account or by the follow-up key in the body. */
export function authorAct(path: string, { handler, summary, body, collects }: Act): Route {
  const api = { summary, scope: 'submissions:write', body, answers: { 200: authorAnswer } }
  return post(path, { policy: anyone, handler, isPrivate: true, ...(collects && { collects }), api })
}
