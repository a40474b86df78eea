import { z } from 'zod'
import { anyone } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { createSubmission, showHandInForm } from './hand-in.ts'
import { handInInput } from './input.ts'
import { showSubmission, storyJson } from './story.ts'

const receipt = z.object({
  number: z.number(),
  key: z.string().optional(),
  promise: z.string(),
  proof_url: z.string(),
})

export const routes: readonly Route[] = [
  get('/submissions/new', { policy: anyone, handler: showHandInForm, isPrivate: true }),
  post('/submissions', {
    policy: anyone,
    handler: createSubmission,
    api: {
      summary: 'Hand something in',
      scope: 'submissions:write',
      body: handInInput,
      answers: { 201: z.object({ number: z.number(), url: z.string(), receipt }) },
    },
  }),
  get('/submissions/:number', {
    policy: anyone,
    handler: showSubmission,
    api: { summary: 'A submission with its story', answers: { 200: storyJson } },
  }),
]
