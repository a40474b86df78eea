import { anyone } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { helpers } from '../help/who-helps.ts'
import { createWays, showPaper } from './paper.ts'
import { createSlips, sendBlankForm } from './print-slips.ts'

export const slipRoutes: readonly Route[] = [
  get('/calls/:number/paper', { policy: anyone, handler: showPaper }),
  get('/calls/:number/paper/form.pdf', { policy: anyone, handler: sendBlankForm }),
  post('/calls/:number/slips', { policy: helpers, handler: createSlips, isPrivate: true }),
  post('/calls/:number/ways', { policy: helpers, handler: createWays }),
]
