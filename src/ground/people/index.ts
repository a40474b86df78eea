import { anyone } from '#core/access/policy.ts'
import { get, post } from '#core/http/route.ts'
import { defineSlice } from '#core/slice/define-slice.ts'
import { chooseLanguage } from './choose-language.ts'
import { createDemoSession, showDemo, showDemoMail } from './demo-sign-in.ts'
import { answerSignInRequests } from './request-sign-in.ts'
import { createSession, createSignInRequest, showLink, showSignIn, showSignInSent } from './sign-in.ts'
import { endSession } from './sign-out.ts'

/** People with an account: how they sign in, and what they hold of themselves. */
export const people = defineSlice({
  name: 'people',
  tables: [
    'people',
    'memberships',
    'sign_in_links',
    'sign_in_requests',
    'sessions',
    'passkeys',
    'passkey_challenges',
    'recovery_codes',
    'access_tokens',
    'lookups',
  ],
  routes: [
    get('/demo', { policy: anyone, handler: showDemo, isPrivate: true }),
    post('/demo/sign-in', { policy: anyone, handler: createDemoSession }),
    get('/demo/mail', { policy: anyone, handler: showDemoMail, isPrivate: true }),
    post('/sign-out', { policy: anyone, handler: endSession }),
    get('/sign-in', { policy: anyone, handler: showSignIn, isPrivate: true }),
    post('/sign-in', { policy: anyone, handler: createSignInRequest }),
    get('/sign-in/sent', { policy: anyone, handler: showSignInSent, isPrivate: true }),
    get('/sign-in/:token', { policy: anyone, handler: showLink, isPrivate: true }),
    post('/sign-in/:token', { policy: anyone, handler: createSession }),
    get('/language', { policy: anyone, handler: chooseLanguage, isPrivate: true }),
  ],
  jobs: [{ name: 'answer-sign-in-requests', everySeconds: 1, run: answerSignInRequests }],
})
