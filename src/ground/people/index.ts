import { anyone, signedIn } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { defineSlice } from '#core/slice/define-slice.ts'
import { createRecoveryCodes, endOneSession, removePasskey, showAccount } from './account.ts'
import { writeAddressLetters } from './change-address.ts'
import { chooseLanguage } from './choose-language.ts'
import { createDemoSession, showDemoMail } from './demo-sign-in.ts'
import { endingEntryTypes, endingMessages } from './endings/messages.ts'
import { endingsPersonalData } from './endings/personal-data.ts'
import { endingRoutes } from './endings/routes.ts'
import { forgetEnded } from './forget-ended.ts'
import { createFreshLink, freshly, showFresh } from './fresh.ts'
import { m } from './messages.ts'
import {
  createPasskey,
  createPasskeyChallenge,
  createPasskeyOptions,
  createPasskeySession,
} from './passkeys.ts'
import { personalData } from './personal-data.ts'
import { createRecoverySession, showRecovery } from './recovery-sign-in.ts'
import { answerSignInRequests } from './request-sign-in.ts'
import { createProof, createProofOptions, provenly, showPasskeyProof } from './show-passkey.ts'
import { createSession, createSignInRequest, showLink, showSignIn, showSignInSent } from './sign-in.ts'
import { endSession } from './sign-out.ts'
import { createToken, revokeToken, showNewToken } from './tokens.ts'

/** A key is tried, and whoever has it is in: both are counted for the operator. */
const opens = { triesKeys: true, signsIn: true }

/** What changes how one signs in: by a fresh sign-in, and where a role needs a passkey, by that. */
const keysOfOnesOwn = (handler: Route['handler']) => freshly('/account', provenly('/account', handler))

/** People with an account: how they sign in, and what they hold of themselves. */
export const people = defineSlice({
  name: 'people',
  collects: 'account',
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
    'address_changes',
    'session_endings',
  ],
  routes: [
    // Everybody one can be there is made up: nothing is given away by it.
    post('/demo/sign-in', {
      policy: anyone,
      handler: createDemoSession,
      isOfDemo: true,
      signsIn: true,
      collects: null,
    }),
    get('/demo/mail', { policy: anyone, handler: showDemoMail, isPrivate: true, isOfDemo: true }),
    post('/sign-out', { policy: anyone, handler: endSession, collects: null }),
    get('/sign-in', { policy: anyone, handler: showSignIn, isPrivate: true }),
    post('/sign-in', { policy: anyone, handler: createSignInRequest }),
    get('/sign-in/sent', { policy: anyone, handler: showSignInSent, isPrivate: true }),
    get('/sign-in/recovery', { policy: anyone, handler: showRecovery, isPrivate: true }),
    post('/sign-in/recovery', { policy: anyone, handler: createRecoverySession, ...opens }),
    post('/sign-in/passkey/challenge', { policy: anyone, handler: createPasskeyChallenge }),
    post('/sign-in/passkey', { policy: anyone, handler: createPasskeySession, ...opens }),
    get('/account', { policy: signedIn, handler: showAccount, isPrivate: true }),
    post('/account/sessions/:id/end', { policy: signedIn, handler: endOneSession }),
    post('/account/recovery-codes', { policy: signedIn, handler: keysOfOnesOwn(createRecoveryCodes) }),
    post('/account/passkeys/options', {
      policy: signedIn,
      handler: keysOfOnesOwn(createPasskeyOptions),
    }),
    post('/account/passkeys', { policy: signedIn, handler: keysOfOnesOwn(createPasskey) }),
    post('/account/passkeys/:id/removal', { policy: signedIn, handler: keysOfOnesOwn(removePasskey) }),
    get('/account/tokens/new', {
      policy: signedIn,
      handler: freshly('/account/tokens/new', showNewToken),
      isPrivate: true,
    }),
    post('/account/tokens', { policy: signedIn, handler: freshly('/account/tokens/new', createToken) }),
    post('/account/tokens/:id/revocation', { policy: signedIn, handler: revokeToken }),
    get('/sign-in/again', { policy: signedIn, handler: showFresh, isPrivate: true }),
    post('/sign-in/again', { policy: signedIn, handler: createFreshLink }),
    get('/sign-in/passkey/proof', { policy: signedIn, handler: showPasskeyProof, isPrivate: true }),
    post('/sign-in/passkey/proof/options', { policy: signedIn, handler: createProofOptions }),
    post('/sign-in/passkey/proof', { policy: signedIn, handler: createProof, ...opens }),
    get('/sign-in/:token', { policy: anyone, handler: showLink, isPrivate: true }),
    post('/sign-in/:token', { policy: anyone, handler: createSession, ...opens }),
    ...endingRoutes,
    get('/language', { policy: anyone, handler: chooseLanguage, isPrivate: true }),
  ],
  entryTypes: endingEntryTypes,
  navigation: [
    { where: 'you', label: m.accountTitle, href: '/account' },
    { where: 'you', label: endingMessages.endSessionsTitle, href: '/sessions/end', roles: ['administrator'] },
  ],
  jobs: [
    { name: 'answer-sign-in-requests', everySeconds: 1, run: answerSignInRequests },
    {
      name: 'forget-ended',
      everySeconds: 3_600,
      run: ({ db, clock, house }) => forgetEnded(db, { now: clock.now(), house }),
    },
    { name: 'write-address-letters', everySeconds: 1, run: writeAddressLetters },
  ],
  personalData: [...personalData, ...endingsPersonalData],
})
