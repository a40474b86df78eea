import { z } from 'zod'
import { anyone } from '#core/access/policy.ts'
import { post, type Route } from '#core/http/route.ts'
import { receiveText } from './receive-text.ts'
import { textInput } from './text-input.ts'

export const textRoutes: readonly Route[] = [
  post('/intake/texts', {
    // The signature is the policy: only the provider shares the secret.
    policy: anyone,
    handler: receiveText,
    keepsBytes: true,
    mostBytes: 64 * 1024,
    api: {
      summary: 'A text message, brought by the provider and signed with the shared secret',
      body: textInput,
      answers: { 202: z.object({ id: z.string(), repeat: z.boolean(), waits_for_parts: z.boolean() }) },
    },
  }),
]
