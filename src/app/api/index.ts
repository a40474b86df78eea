import { anyone } from '#core/access/policy.ts'
import { type Answer, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { get, type Route } from '#core/http/route.ts'
import { m } from '../messages.ts'
import { ApiPage, ProblemExplained } from './api-page.tsx'
import { openApi } from './open-api.ts'

/** The API's description, for programs and for people, made from the routes it describes. */
export function apiRoutes(described: readonly Route[]): Route[] {
  return [
    get('/api', {
      policy: anyone,
      handler: async (x) => {
        const description = openApi(described, x.house)
        return show(x, {
          html: () =>
            x.page({
              title: x.t(m.apiTitle),
              section: 'api',
              children: ApiPage({ t: x.t, house: x.house, described }),
            }),
          json: () => description,
          cache: 'public',
        })
      },
    }),
    get('/api/openapi.json', {
      policy: anyone,
      handler: async (x) => ({
        kind: 'json',
        status: 200,
        body: openApi(described, x.house),
        cache: 'public',
      }),
    }),
    get('/problems/:id', { policy: anyone, handler: showProblem }),
    get('/health/live', {
      policy: anyone,
      handler: async () => ({ kind: 'json', status: 200, body: { live: true } }),
    }),
    get('/health/ready', { policy: anyone, handler: showReadiness }),
  ]
}

/** What a problem's `type` leads to. */
async function showProblem(x: Exchange): Promise<Answer> {
  const id = x.params.id ?? ''
  const words = x.t(m.problemExplained, { id })
  return show(x, {
    html: () =>
      x.page({
        title: id,
        isUnlisted: true,
        children: ProblemExplained({ title: x.t(m.problemTitle), words }),
      }),
    json: () => ({ id, explained: words }),
  })
}

/** Ready when the database answers; a balancer sends nobody here otherwise. */
async function showReadiness(x: Exchange): Promise<Answer> {
  const isReady = await x.db
    .selectFrom('house')
    .select('isHere')
    .executeTakeFirst()
    .then(Boolean, () => false)
  return isReady
    ? { kind: 'json', status: 200, body: { ready: true } }
    : problem(503, 'server.busy', x.t(m.notReady))
}
