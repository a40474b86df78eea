import { get, post, type Route } from '#core/http/route.ts'
import { callTakers } from '../help/who-helps.ts'
import { createTelephoneAnswer, showSpokenReceipt, showTelephone } from './telephone.ts'

export const telephoneRoutes: readonly Route[] = [
  get('/calls/:number/telephone', { policy: callTakers, handler: showTelephone, isPrivate: true }),
  post('/calls/:number/telephone', { policy: callTakers, handler: createTelephoneAnswer, isPrivate: true }),
  get('/calls/:number/telephone/receipt', {
    policy: callTakers,
    handler: showSpokenReceipt,
    isPrivate: true,
  }),
]
