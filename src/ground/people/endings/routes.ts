import { holdersOf } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { freshly } from '../fresh.ts'
import { createEnding, showEndingForm } from './create-ending.ts'
import { createEveryEnding, showEveryEndingForm } from './create-every-ending.ts'

const administrators = holdersOf('administrator')
const EVERYBODY = '/sessions/everybody/end'

/** Whoever keeps the accounts ends sessions: one person's, or after a break-in everybody's. */
export const endingRoutes: readonly Route[] = [
  get('/sessions/end', { policy: administrators, handler: showEndingForm, isPrivate: true }),
  post('/sessions/end', { policy: administrators, handler: createEnding }),
  get(EVERYBODY, {
    policy: administrators,
    handler: freshly(EVERYBODY, showEveryEndingForm),
    isPrivate: true,
  }),
  post(EVERYBODY, { policy: administrators, handler: freshly(EVERYBODY, createEveryEnding) }),
]
