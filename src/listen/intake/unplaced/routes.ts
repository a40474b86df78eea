import { holdersOf } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { createSettlement, showUnplaced } from './show-unplaced.ts'

export const unplacedRoutes: readonly Route[] = [
  get('/calls/:number/unplaced', { policy: holdersOf('clerk'), handler: showUnplaced, isPrivate: true }),
  post('/calls/:number/unplaced', { policy: holdersOf('clerk'), handler: createSettlement }),
]
