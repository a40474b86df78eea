import type { Viewer } from './viewer.ts'

/**
 * Who may come to a route at all. The row-level question ("this matter, this body?") is asked by the handler of a pure
 * policy in its slice; both answer with a reason. A route without a policy does not start.
 */
export interface RoutePolicy {
  /** Read in the role matrix and on the API's page. */
  name: string
  admits(viewer: Viewer): Admission
}

export type Admission = 'admitted' | 'sign-in-first' | 'not-for-you'

export const anyone: RoutePolicy = { name: 'anyone', admits: () => 'admitted' }

export const signedIn: RoutePolicy = {
  name: 'signed in',
  admits: (viewer) => (viewer.person ? 'admitted' : 'sign-in-first'),
}

/** Holders of any of these roles, anywhere; the handler asks where. */
export function holdersOf(...roles: readonly string[]): RoutePolicy {
  return {
    name: `holders of ${roles.join(' or ')}`,
    admits: (viewer) => {
      if (!viewer.person) return 'sign-in-first'
      return viewer.grants.some((grant) => roles.includes(grant.role)) ? 'admitted' : 'not-for-you'
    },
  }
}
