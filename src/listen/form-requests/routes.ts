import { z } from 'zod'
import { anyone } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { createRequest, requestInput, showAskForm } from './ask.ts'

export const routes: readonly Route[] = [
  get('/forms/:number/requests/new', { policy: anyone, handler: showAskForm, isPrivate: true }),
  post('/forms/:number/requests', {
    policy: anyone,
    handler: createRequest,
    api: {
      summary: 'Ask for a further form of a text',
      scope: 'submissions:write',
      body: requestInput,
      answers: { 201: z.object({ number: z.number(), key: z.string().optional() }) },
    },
  }),
]
