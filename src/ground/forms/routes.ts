import { z } from 'zod'
import { anyone, holdersOf } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import {
  createForm,
  createFormWithdrawal,
  formInput,
  formsJson,
  showForms,
  withdrawalInput,
} from './forms.ts'
import { printLarge } from './print-large.ts'
import { sendFormFile } from './send-file.ts'
import { countsJson, showCounts } from './show-counts.ts'
import { UPLOADS } from './take-files.ts'

const SCOPE = 'decisions:write'

export const routes: readonly Route[] = [
  get('/forms', {
    policy: anyone,
    handler: showCounts,
    api: { summary: 'How many further forms were asked for and made', answers: { 200: countsJson } },
  }),
  get('/forms/:number', {
    policy: anyone,
    handler: showForms,
    api: { summary: 'The further forms of a text, and requests for more', answers: { 200: formsJson } },
  }),
  get('/forms/:number/large-print.pdf', { policy: anyone, handler: printLarge }),
  get('/forms/files/:id', { policy: anyone, handler: sendFormFile }),
  post('/forms/:number', {
    policy: holdersOf('clerk'),
    handler: createForm,
    uploads: UPLOADS,
    api: {
      summary: 'Add a further form of a text',
      scope: SCOPE,
      body: formInput,
      answers: { 201: z.object({ id: z.string(), answered: z.number() }) },
    },
  }),
  post('/forms/:number/withdrawals', {
    policy: holdersOf('clerk'),
    handler: createFormWithdrawal,
    api: {
      summary: 'Take a further form down',
      scope: SCOPE,
      body: withdrawalInput,
      answers: { 200: z.object({ withdrawn: z.literal(true) }) },
    },
  }),
]
