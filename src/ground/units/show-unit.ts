import { type Answer, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { factsOfUnit } from './facts-of-unit.ts'
import { unitsQuery } from './find-units.ts'
import { m } from './messages.ts'
import { UnitPage } from './pages/unit-page.tsx'
import { mayLookAfter } from './policy.ts'
import { findUnit } from './queries.ts'
import { unitAsJson } from './unit-json.ts'

/** A unit in public: what stands above and below it, its bodies, its roles, its latest matters. */
export async function showUnit(x: Exchange): Promise<Answer> {
  const unit = await findUnit(x.db, x.params.slug ?? '')
  if (!unit) return problem(404, 'not-found', x.t(m.noSuchUnit))
  const { after } = unitsQuery.parse(x.query)
  const facts = await factsOfUnit(x.db, { unit, now: x.now, after, language: x.language })
  return show(x, {
    html: () =>
      x.page({
        title: unit.name,
        crumbs: [
          { label: x.t(m.units), href: '/units' },
          ...facts.above.map(({ slug, name }) => ({ label: name, href: `/units/${slug}` })),
        ],
        section: 'units',
        feed: { href: `/units/${unit.slug}.atom`, title: unit.name },
        children: UnitPage({
          t: x.t,
          now: x.now,
          facts,
          mayLookAfter: mayLookAfter(x.viewer, unit) === 'allowed',
        }),
      }),
    json: () => unitAsJson(x, facts),
    cache: 'public',
  })
}
