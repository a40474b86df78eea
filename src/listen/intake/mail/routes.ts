import { holdersOf, signedIn } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { createClaim, showClaim } from './claims.ts'
import { createLetter, showLetters } from './letters.ts'

export const mailRoutes: readonly Route[] = [
  get('/answers/:number/letters', { policy: holdersOf('clerk'), handler: showLetters, isPrivate: true }),
  post('/answers/:number/letters', { policy: holdersOf('clerk'), handler: createLetter, isPrivate: true }),
  get('/answers/:number/claim/:token', { policy: signedIn, handler: showClaim, isPrivate: true }),
  post('/answers/:number/claim/:token', { policy: signedIn, handler: createClaim, isPrivate: true }),
]
