import { z } from 'zod'
import { type Answer, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isoSecond } from '#core/time/days.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { findUnit } from '#ground/units/queries.ts'
import { type Heard, heardInUnit } from './list-heard.ts'
import { m } from './messages.ts'
import { UnitHeardPage } from './pages/unit-heard-page.tsx'

const SHOWN = 30

export const heardQuery = z.object({
  before: z.string().max(120).optional().catch(undefined),
})

export const heardJson = z.object({
  heard: z.array(
    z.object({
      number: z.number(),
      url: z.string(),
      title: z.string().nullable(),
      language: z.string(),
      handed_in_at: z.string(),
      outcome: z.string().nullable(),
      gathering: z.number(),
    }),
  ),
  next: z.string().nullable(),
})

/** Everything heard in a unit and below it, and what came of it. */
export async function showUnitHeard(x: Exchange): Promise<Answer> {
  const unit = await findUnit(x.db, x.params.slug ?? '')
  if (!unit) return problem(404, 'not-found', x.t(m.nothingHeard))
  const { before } = heardQuery.parse(x.query)
  const page = await heardInUnit(x.db, {
    unitId: unit.id,
    before,
    most: SHOWN,
  })
  const title = x.t(m.heardOfUnit, { unit: unit.name })
  return show(x, {
    html: () =>
      x.page({
        title,
        crumbs: [{ label: unit.name, href: `/units/${unit.slug}` }],
        section: 'gatherings',
        children: UnitHeardPage({ t: x.t, now: x.now, title, unit, page }),
      }),
    json: () => ({ heard: page.heard.map((one) => asJson(x, one)), next: page.next }),
    cache: 'public',
  })
}

function asJson(x: Exchange, heard: Heard): z.infer<typeof heardJson>['heard'][number] {
  return {
    number: heard.number,
    url: `${x.house.baseUrl}${pathTo(heard)}`,
    title: heard.title,
    language: heard.language,
    handed_in_at: isoSecond(heard.openedAt),
    outcome: heard.closingOutcome,
    gathering: heard.gatheringNumber,
  }
}
