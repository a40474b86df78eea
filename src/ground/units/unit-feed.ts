import { type Answer, problem } from '#core/http/answer.ts'
import { atomFeed } from '#core/http/atom.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { latestMatters } from './latest-matters.ts'
import { m } from './messages.ts'
import { findUnit } from './queries.ts'

const IN_FEED = 50

/** What is handed in for a unit and everything below it, as an Atom feed. */
export async function sendUnitFeed(x: Exchange): Promise<Answer> {
  const unit = await findUnit(x.db, x.params.slug ?? '')
  if (!unit) return problem(404, 'not-found', x.t(m.noSuchUnit))
  const matters = await latestMatters(x.db, { unitId: unit.id, most: IN_FEED, language: x.language })
  const { baseUrl, name } = x.house
  const link = `${baseUrl}/units/${unit.slug}`
  return atomFeed({
    id: `${link}.atom`,
    title: `${name}: ${unit.name}`,
    link,
    updated: matters[0]?.openedAt ?? x.now,
    entries: matters.map((matter) => ({
      id: `${baseUrl}${pathTo(matter)}`,
      title: matter.translated?.title ?? matter.title ?? x.t(m.untitled),
      link: `${baseUrl}${pathTo(matter)}`,
      updated: matter.closedAt ?? matter.openedAt,
      summary: x.t(m.handedInOn, { day: x.t.day(matter.openedAt) }),
    })),
  })
}
