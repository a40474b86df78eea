import type { Answer } from './answer.ts'
import { notForYou, roleRests, sessionEnded, signInFirst, tokenLacksScope } from './core-messages.ts'
import type { Exchange } from './exchange.ts'
import type { Route } from './route.ts'

/** Said to whoever sends a form after their session ended. */
export const SESSION_ENDED = 'access.session-ended'

/** Said to whoever holds the role that is asked for, and has to show a passkey first. */
export const ROLE_RESTS = 'access.passkey'

/** Null when the route's policy admits the viewer; otherwise what to say instead. */
export function admissionProblem(x: Exchange, route: Route): Answer | null {
  const { scopes } = x.viewer
  const scope = route.api?.scope
  if (scopes && scope && !scopes.includes(scope)) {
    return {
      kind: 'problem',
      problem: { status: 403, id: 'access.scope', title: x.t(tokenLacksScope, { scope }) },
    }
  }
  // A token opens the API alone; a form posted with it would have no scope to ask for.
  if (scopes && !route.api)
    return {
      kind: 'problem',
      problem: { status: 403, id: 'access.scope', title: x.t(tokenLacksScope, { scope: '-' }) },
    }
  const admission = route.policy.admits(x.viewer)
  if (admission === 'admitted') return null
  if (admission === 'not-for-you' && wouldAdmit(x, route))
    return { kind: 'problem', problem: { status: 403, id: ROLE_RESTS, title: x.t(roleRests) } }
  if (admission === 'not-for-you')
    return { kind: 'problem', problem: { status: 403, id: 'access.role', title: x.t(notForYou) } }
  if (x.wants === 'json')
    return { kind: 'problem', problem: { status: 401, id: 'access.sign-in', title: x.t(signInFirst) } }
  // Sent to the sign-in page, whoever typed for an hour would have lost it: they get it back, with what to do.
  if (x.hasEndedSession && route.method === 'POST')
    return { kind: 'problem', problem: { status: 401, id: SESSION_ENDED, title: x.t(sessionEnded) } }
  const goesTo = route.method === 'GET' ? x.url : '/'
  return { kind: 'see-other', to: `/sign-in?to=${encodeURIComponent(goesTo)}` }
}

/** Whether the viewer would be let in, did none of their roles rest. */
function wouldAdmit({ viewer }: Exchange, route: Route): boolean {
  if (!viewer.resting) return false
  const awake = { ...viewer, grants: [...viewer.grants, ...viewer.resting.grants] }
  return route.policy.admits(awake) === 'admitted'
}
