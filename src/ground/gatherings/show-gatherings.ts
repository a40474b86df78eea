import { z } from 'zod'
import { type Answer, problem, show } from '#core/http/answer.ts'
import { atomFeed } from '#core/http/atom.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { findUnit, type UnitInTree } from '#ground/units/queries.ts'
import { withTitlesIn } from './gathering-in-language.ts'
import { type GatheringsQuery, gatheringsQuery, listGatherings } from './list-gatherings.ts'
import { whenWords } from './local-time.ts'
import { m } from './messages.ts'
import { GatheringsPage } from './pages/gatherings-page.tsx'
import { organisesSomewhere } from './places-to-organise.ts'
import { gatheringAsJson, gatheringJson } from './show-gathering.ts'

const SHOWN = 20
const IN_FEED = 50

export const gatheringsJson = z.object({ gatherings: z.array(gatheringJson), next: z.string().nullable() })

/** Everything announced: to come or past, of all or of one unit with what is below it. */
export async function showGatherings(x: Exchange): Promise<Answer> {
  const query = gatheringsQuery.parse(x.query)
  const unit = query.unit ? await findUnit(x.db, query.unit) : null
  return listPage(x, { query, unit, path: '/gatherings' })
}

/** The same for one unit, at an address of its own. */
export async function showUnitGatherings(x: Exchange): Promise<Answer> {
  const unit = await findUnit(x.db, x.params.slug ?? '')
  if (!unit) return problem(404, 'not-found', x.t(m.noSuchGathering))
  const query = { ...gatheringsQuery.parse(x.query), unit: unit.slug }
  return listPage(x, { query, unit, path: `/units/${unit.slug}/gatherings` })
}

interface List {
  query: GatheringsQuery
  unit: UnitInTree | null
  path: string
}

async function listPage(x: Exchange, { query, unit, path }: List): Promise<Answer> {
  const page = await listGatherings(x.db, query, {
    now: x.now,
    most: SHOWN,
    isOnceASeries: x.wants === 'html',
  })
  const read = await withTitlesIn(x.db, x.language, page.gatherings)
  const title = unit ? x.t(m.ofUnit, { unit: unit.name }) : x.t(m.gatherings)
  const home = unit ? `/units/${unit.slug}/gatherings` : '/gatherings'
  return show(x, {
    html: () =>
      x.page({
        title,
        section: 'gatherings',
        crumbs: unit ? [{ label: unit.name, href: `/units/${unit.slug}` }] : undefined,
        feed: { href: `${home}.atom`, title },
        children: GatheringsPage({
          t: x.t,
          now: x.now,
          title,
          path,
          calendar: `${home}.ics`,
          query,
          page: { ...page, gatherings: read },
          mayAnnounce: organisesSomewhere(x.viewer),
        }),
      }),
    json: () => ({
      gatherings: page.gatherings.map((gathering) => gatheringAsJson(x, gathering)),
      next: page.next,
    }),
    cache: 'public',
  })
}

/** What comes, as an Atom feed. */
export async function sendGatheringsFeed(x: Exchange): Promise<Answer> {
  return feedOf(x, { path: '/gatherings', name: x.t(m.gatherings) })
}

export async function sendUnitGatheringsFeed(x: Exchange): Promise<Answer> {
  const unit = await findUnit(x.db, x.params.slug ?? '')
  if (!unit) return problem(404, 'not-found', x.t(m.noSuchGathering))
  const name = x.t(m.ofUnit, { unit: unit.name })
  return feedOf(x, { path: `/units/${unit.slug}/gatherings`, name, unit: unit.slug })
}

async function feedOf(
  x: Exchange,
  { path, name, unit }: { path: string; name: string; unit?: string },
): Promise<Answer> {
  const page = { now: x.now, most: IN_FEED }
  const coming = await listGatherings(x.db, { when: 'coming', unit }, page)
  const gatherings = await withTitlesIn(x.db, x.language, coming.gatherings)
  const changes = gatherings.map(({ changedAt }) => changedAt.getTime())
  const link = `${x.house.baseUrl}${path}`
  return atomFeed({
    id: `${link}.atom`,
    title: `${x.house.name}: ${name}`,
    link,
    updated: changes.length > 0 ? new Date(Math.max(...changes)) : x.now,
    entries: gatherings.map((gathering) => ({
      id: `${x.house.baseUrl}/gatherings/${gathering.number}`,
      title: gathering.cancelledReason === null ? gathering.title : `${x.t(m.calledOff)}: ${gathering.title}`,
      link: `${x.house.baseUrl}/gatherings/${gathering.number}`,
      updated: gathering.changedAt,
      summary: [whenWords(x.t, gathering), gathering.address].filter(Boolean).join('\n'),
    })),
  })
}
