import { type Answer, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { type FoundUnits, findUnits, type UnitsQuery, unitsQuery } from './find-units.ts'
import { m } from './messages.ts'
import { FoundUnitsPage } from './pages/found-units-page.tsx'
import { TreePage } from './pages/tree-page.tsx'
import { unitsAbove } from './queries.ts'
import { treeOf } from './tree-of.ts'
import { listedAsJson } from './unit-json.ts'

/** The tree for readers, and what was searched in it; programs get the units by name. */
export async function showUnits(x: Exchange): Promise<Answer> {
  const query = unitsQuery.parse(x.query)
  const isSearch = query.q !== undefined || query.kind !== undefined || query.after !== undefined
  return isSearch || x.wants === 'json' ? showFound(x, query) : showTree(x)
}

async function showTree(x: Exchange): Promise<Answer> {
  const tree = await treeOf(x.db)
  return show(x, {
    html: () =>
      x.page({ title: x.t(m.units), section: 'units', children: TreePage({ t: x.t, tree, query: {} }) }),
    json: () => ({}),
    cache: 'public',
  })
}

async function showFound(x: Exchange, query: UnitsQuery): Promise<Answer> {
  const found = await findUnits(x.db, query)
  const above = x.wants === 'html' ? await unitsAbove(x.db, found.units) : new Map()
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.units),
        crumbs: [{ label: x.t(m.units), href: '/units' }],
        section: 'units',
        isUnlisted: true,
        children: FoundUnitsPage({ t: x.t, query, found, above, nextHref: hrefAfter(query, found) }),
      }),
    json: () => ({ units: found.units.map((unit) => listedAsJson(x, unit)), next: found.next }),
    cache: 'public',
  })
}

function hrefAfter(query: UnitsQuery, { next }: FoundUnits): string | null {
  if (next === null) return null
  const set = Object.entries({ ...query, after: next }).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  )
  return `/units?${new URLSearchParams(set)}`
}
