import { type Answer, done, problem, seeOther } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { withinHouse } from '#core/http/send-answer.ts'
import { requestSignIn } from '#ground/people/request-sign-in.ts'
import { m } from './messages.ts'
import { FreshPage } from './pages/fresh-page.tsx'
import type { Whose } from './whose.ts'

/** Null for somebody who signed in within the last quarter of an hour; otherwise the page that asks for it. */
export function notFresh(x: Exchange, { isFresh, person }: Whose): Answer | null {
  if (isFresh) return null
  if (x.wants === 'json') return problem(403, 'my-data.not-fresh', x.t(m.freshRefused))
  const handle = person?.email?.split('@')[0] ?? person?.id ?? ''
  return {
    kind: 'page',
    status: 200,
    html: x.page({
      title: x.t(m.freshTitle),
      isUnlisted: true,
      crumbs: [{ label: x.t(m.title), href: '/my-data' }],
      children: FreshPage({ t: x.t, goesTo: x.url, demoHandle: x.house.isDemo ? handle : null }),
    }),
  }
}

/** Sends the signed-in person a link to their own address, that leads back to where they were. */
export async function createFreshLink(x: Exchange): Promise<Answer> {
  const { person } = x.viewer
  if (!person) return seeOther('/sign-in')
  const goesTo = typeof x.form.to === 'string' ? withinHouse(x.form.to) : '/my-data'
  if (person.email !== null)
    await requestSignIn(x.db, { email: person.email, goesTo, language: x.language, now: x.now })
  return done(x, { to: '/sign-in/sent', json: () => ({ sent: true }) })
}
