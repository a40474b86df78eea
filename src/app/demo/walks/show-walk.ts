import { type Answer, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { m as people } from '#ground/people/messages.ts'
import { demoPeople } from '../first-page/demo-people.ts'
import { m } from './messages.ts'
import type { Walk } from './walk.ts'
import { WalkPage } from './walk-page.tsx'
import { walks } from './walks.ts'

/** A walk over what stands in the demonstration right now. */
export async function showWalk(x: Exchange): Promise<Answer> {
  const walk = x.house.isDemo ? walks.find(({ slug }) => slug === x.params.slug) : undefined
  if (!walk) return problem(404, 'not-found', x.t(people.demoOnly))
  const steps = await stepsOf(x, walk)
  const companion = (await demoPeople(x.db)).find(({ handle }) => handle === walk.who) ?? null
  const isThere = walk.who === null ? x.viewer.person === null : x.viewer.person?.name === companion?.name
  return show(x, {
    html: () =>
      x.page({
        title: x.t(walk.title),
        crumbs: [{ label: x.t(m.allWalks), href: '/demo' }],
        isUnlisted: true,
        children: WalkPage({ t: x.t, walk, steps, companion, isThere }),
      }),
    json: () => ({
      walk: walk.slug,
      person: walk.who,
      steps: steps.map(({ say, found }) => ({ says: say, href: found?.href, copy: found?.copy })),
    }),
  })
}

async function stepsOf(x: Exchange, walk: Walk) {
  const asked = { db: x.db, now: x.now, house: x.house }
  return Promise.all(walk.steps.map(async ({ say, find }) => ({ say: x.t(say), found: await find(asked) })))
}
