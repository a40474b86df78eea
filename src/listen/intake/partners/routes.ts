import { holdersOf } from '#core/access/policy.ts'
import { post, type Route } from '#core/http/route.ts'
import { broughtBody, broughtJson, createAnswers } from './create-answers.ts'

const MEGABYTE = 1024 * 1024

export const partnerRoutes: readonly Route[] = [
  post('/calls/:number/answers', {
    policy: holdersOf('partner'),
    handler: createAnswers,
    uploads: { most: 1, bytesEach: 32 * MEGABYTE },
    api: {
      summary:
        'Answers that a partner gathered, up to ten thousand at once: JSON, or CSV with the same names',
      scope: 'answers:write',
      body: broughtBody,
      answers: { 200: broughtJson },
    },
  }),
]
