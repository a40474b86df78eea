import { holdersOf } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { createTwinDecision, showTwins } from './show-twins.ts'

export const twinRoutes: readonly Route[] = [
  get('/calls/:number/twins', {
    policy: holdersOf('clerk', 'moderator', 'helper', 'call-taker'),
    handler: showTwins,
    isPrivate: true,
  }),
  post('/calls/:number/twins', { policy: holdersOf('clerk', 'moderator'), handler: createTwinDecision }),
]
