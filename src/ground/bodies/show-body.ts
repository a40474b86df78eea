import { type Answer, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import type { LiveFragment } from '#core/slice/define-slice.ts'
import { gatheringsOfBody } from '#ground/gatherings/gatherings-of-unit.ts'
import { mayLookAfter } from '#ground/units/policy.ts'
import { toFragment } from '#ui/page/render-page.ts'
import { bodyAsJson } from './body-json.ts'
import { factsOfBody, offsetOf } from './facts-of-body.ts'
import { m } from './messages.ts'
import { BodyNow, BodyPage } from './pages/body-page.tsx'
import { mayChangePromise } from './policy.ts'
import { findBody } from './queries.ts'

/** A body in public: its promise and how it was kept, its queue with the overdue first, its people. */
export async function showBody(x: Exchange): Promise<Answer> {
  const body = await findBody(x.db, x.params.slug ?? '', x.now)
  if (!body) return problem(404, 'not-found', x.t(m.noSuchBody))
  const { language } = x
  const [facts, gatherings] = await Promise.all([
    factsOfBody(x.db, { body, now: x.now, from: offsetOf(x.query.from), language }),
    gatheringsOfBody(x.db, { body, now: x.now, language }),
  ])
  const { t, now } = x
  return show(x, {
    html: () =>
      x.page({
        title: body.name,
        crumbs: [{ label: t(m.bodies), href: '/bodies' }],
        section: 'bodies',
        liveTopic: `body:${body.slug}`,
        children: BodyPage({
          t,
          now,
          facts,
          gatherings,
          mayChange: mayChangePromise(x.viewer, body) === 'allowed',
          mayLookAfter: mayLookAfter(x.viewer, body) === 'allowed',
        }),
      }),
    json: () => bodyAsJson(x, facts),
    cache: 'public',
  })
}

/** The part of the page that changes under the reader's eyes: its figures and the start of its queue. */
export const renderBodyLive: LiveFragment = async ({ db, now, t, key }) => {
  const body = await findBody(db, key, now)
  if (!body) return null
  return toFragment(
    BodyNow({ t, now, facts: await factsOfBody(db, { body, now, from: 0, language: t.language }) }),
  )
}
