import { z } from 'zod'
import { anyone, holdersOf } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { sendReport } from './report.ts'
import { createResult, resultJson, showResult } from './show-result.ts'

/** The result of a call: page, JSON, report, and its publication. */
export const resultRoutes: readonly Route[] = [
  get('/calls/:number/result', {
    policy: anyone,
    handler: showResult,
    api: {
      summary: 'The result of a call: provisional counts, then everything',
      answers: { 200: resultJson },
    },
  }),
  get('/calls/:number/result.pdf', { policy: anyone, handler: sendReport }),
  post('/calls/:number/result', {
    policy: holdersOf('clerk'),
    handler: createResult,
    api: {
      summary: 'Publish the result of a call',
      scope: 'calls:write',
      answers: { 202: z.object({ call: z.number(), state: z.string() }) },
    },
  }),
]
