import type { FastifyInstance } from 'fastify'
import type { Translate } from '../i18n/translate.ts'
import { problemFor } from './problem.ts'

/** Whether this process is about to end: a balancer is told first, and everybody who still comes is served. */
export class Leaving {
  isAsked = false
}

/** While leaving, `/health/ready` says no and every line is closed after its answer, so that the next request goes elsewhere. */
export function sayGoodbye(
  server: FastifyInstance,
  leaving: Leaving,
  { t, baseUrl }: { t: Translate; baseUrl: string },
): void {
  server.addHook('onRequest', async (request, reply) => {
    if (!leaving.isAsked) return
    reply.header('connection', 'close')
    if (request.url !== '/health/ready') return
    const { id, title, status, retryAfterSeconds } = problemFor({ statusCode: 503 }, { t })
    return reply
      .code(status)
      .header('retry-after', String(retryAfterSeconds))
      .header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify({ type: `${baseUrl}/problems/${id}`, title, status }))
  })
}
