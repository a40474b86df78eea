import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { counted } from './counted-answers.ts'
import type { Constituency, Nation } from './figures.ts'
import { suppressList } from './suppress-small.ts'

/** One constituency, or what was given for the rest of its region or nation (`code` null). */
export interface Given {
  nation: string | null
  region: string | null
  code: string | null
  name: string | null
  count: number
}

/** Answers by constituency, below the nations and regions as they are shown. */
export async function countConstituencies(
  db: Db | Tx,
  callId: string,
  nations: readonly Nation[] | null,
): Promise<Constituency[]> {
  if (!nations) return []
  const { rows } = await sql<Given>`
    ${counted(callId)}, by_unit as (
      select unit_id, count(*) as count from counted where unit_id is not null group by unit_id
    ), placed as (
      select units.lineage, by_unit.count from by_unit join units on units.id = by_unit.unit_id
      union all
      select lineage, 0 from units where kind = 'constituency' and closed_on is null
    )
    select
      nations.slug as nation, regions.slug as region, constituencies.code, constituencies.name, sum(placed.count)::int as count
    from placed
    left join units as nations on nations.id = any(placed.lineage) and nations.kind = 'nation'
    left join units as regions on regions.id = any(placed.lineage) and regions.kind = 'region'
    left join units as constituencies
      on constituencies.id = any(placed.lineage) and constituencies.kind = 'constituency' and constituencies.code is not null
    group by 1, 2, 3, 4
    order by 4, 3`.execute(db)
  return constituenciesIn(nations, rows)
}

/**
 * Each region's (or nation's without regions) constituencies are a list whose sum is published. Where that sum is itself hidden,
 * none of them is shown, not even the empty ones: they would tell something of it.
 */
export function constituenciesIn(nations: readonly Nation[], given: readonly Given[]): Constituency[] {
  const shown = new Map(nations.map((nation) => [nation.key, nation]))
  const byNation = Map.groupBy(given, ({ nation, region }) => nation ?? region ?? '')
  byNation.delete('')
  return [...byNation].flatMap(([key, within]) => {
    const nation = shown.get(key)
    // Nobody answered from there: nothing is what it holds.
    if (!nation) return listOf(key, within, true)
    const byRegion = Map.groupBy(within, ({ region }) => region ?? '')
    if (nation.regions === null) return listOf(key, within, nation.count !== null && answeredIn(byRegion) < 2)
    const sums = new Map(nation.regions.map((region) => [region.key, region.count]))
    return [...byRegion].flatMap(([region, all]) => listOf(region || key, all, sums.get(region) !== null))
  })
}

/** Regions of which some are hidden are not a list with a known sum each; one alone has the sum of its nation. */
function answeredIn(byRegion: ReadonlyMap<string, readonly Given[]>): number {
  return [...byRegion.values()].filter((all) => all.some(({ count }) => count > 0)).length
}

function listOf(within: string, given: readonly Given[], isSumShown: boolean): Constituency[] {
  const hidden = isSumShown ? suppressList(given.map(({ count }) => count)) : null
  return given.flatMap(({ code, name, count }, at) =>
    code === null ? [] : [{ key: code, name, within, count: !hidden || hidden[at] ? null : count }],
  )
}
