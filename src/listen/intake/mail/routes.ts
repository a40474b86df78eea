import { anyone, holdersOf, signedIn } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { createClaim, showClaim } from './claims.ts'
import { createLetter, showLetters } from './letters.ts'
import { showWays } from './ways.ts'

export const mailRoutes: readonly Route[] = [
  get('/calls/:number/by-mail', { policy: anyone, handler: showWays }),
  get('/answers/:number/letters', { policy: holdersOf('clerk'), handler: showLetters, isPrivate: true }),
  post('/answers/:number/letters', { policy: holdersOf('clerk'), handler: createLetter, isPrivate: true }),
  get('/answers/:number/claim/:token', { policy: signedIn, handler: showClaim, isPrivate: true }),
  post('/answers/:number/claim/:token', { policy: signedIn, handler: createClaim, isPrivate: true }),
]
