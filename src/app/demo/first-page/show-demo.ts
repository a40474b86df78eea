import { type Answer, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { m as people } from '#ground/people/messages.ts'
import { DemoPage } from './demo-page.tsx'
import { demoPeople, peopleLike } from './demo-people.ts'

/** How many stand on the page before anybody looked for one. */
const FEATURED = 12
const LONGEST_WISH = 100

/** The demonstration's first page: a walk for each role, and everybody one can be. Exists in a demonstration only. */
export async function showDemo(x: Exchange): Promise<Answer> {
  if (!x.house.isDemo) return problem(404, 'not-found', x.t(people.demoOnly))
  const all = await demoPeople(x.db)
  const wanted = typeof x.query.q === 'string' ? x.query.q.slice(0, LONGEST_WISH).trim() : ''
  const isAll = x.query.all !== undefined
  const shown = wanted !== '' || isAll ? peopleLike(all, wanted) : all.slice(0, FEATURED)
  return show(x, {
    html: () =>
      x.page({
        title: x.t(people.demoTitle),
        isUnlisted: true,
        children: DemoPage({ t: x.t, shown, count: all.length, wanted }),
      }),
    json: () => ({ people: all.map(({ handle, name, line }) => ({ person: handle, name, line })) }),
  })
}
