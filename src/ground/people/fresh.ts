import type { Person } from '#core/access/viewer.ts'
import { type Answer, done, problem, seeOther } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import type { Route } from '#core/http/route.ts'
import { withinHouse } from '#core/http/send-answer.ts'
import { m } from './messages.ts'
import { FreshPage } from './pages/fresh-page.tsx'
import { requestSignIn } from './request-sign-in.ts'

/**
 * The handler for who signed in within the last quarter of an hour: a telephone left unlocked must not let its finder make keys of
 * their own. Anybody else is asked to sign in again first, and comes back to `to`.
 */
export function freshly(to: string, handler: Route['handler']): Route['handler'] {
  return async (x) => {
    const { person } = x.viewer
    if (!person) return seeOther('/sign-in')
    return notFresh(x, { isFresh: x.session?.isSteppedUp === true, person, to }) ?? handler(x)
  }
}

interface Fresh {
  isFresh: boolean
  person: Person | null
  /** A page to come back to; where they are unless said. */
  to?: string
}

/** Null for somebody who signed in within the last quarter of an hour; otherwise the page that asks for it. */
export function notFresh(x: Exchange, { isFresh, person, to = x.url }: Fresh): Answer | null {
  if (isFresh) return null
  if (x.wants === 'json') return problem(403, 'access.not-fresh', x.t(m.freshRefused))
  const handle = person?.email?.split('@')[0] ?? person?.id ?? ''
  return {
    kind: 'page',
    status: 200,
    html: x.page({
      title: x.t(m.freshTitle),
      isUnlisted: true,
      children: FreshPage({ t: x.t, goesTo: to, demoHandle: x.house.isDemo ? handle : null }),
    }),
  }
}

/** The same page by its own address, for what a script asked. */
export async function showFresh(x: Exchange): Promise<Answer> {
  const to = typeof x.query.to === 'string' ? withinHouse(x.query.to) : '/account'
  const { person } = x.viewer
  return notFresh(x, { isFresh: x.session?.isSteppedUp === true, person, to }) ?? seeOther(to)
}

/** Sends the signed-in person a link to their own address, that leads back to where they were. */
export async function createFreshLink(x: Exchange): Promise<Answer> {
  const { person } = x.viewer
  if (!person) return seeOther('/sign-in')
  const goesTo = typeof x.form.to === 'string' ? withinHouse(x.form.to) : '/account'
  if (person.email !== null)
    await requestSignIn(x.db, { email: person.email, goesTo, language: x.language, now: x.now })
  return done(x, { to: '/sign-in/sent', json: () => ({ sent: true }) })
}
