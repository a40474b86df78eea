import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { counted, isJoined } from './counted-answers.ts'
import type { CallFigures, Cell, Nation } from './figures.ts'
import { suppressList } from './suppress-small.ts'

type People = Pick<
  CallFigures,
  'counted' | 'from_office_holders' | 'routes' | 'languages' | 'standings' | 'nations'
>

interface Group {
  sort: 'route' | 'language' | 'standing'
  key: string
  count: number
}

/** Who answered, as far as that may be told: each list with small counts hidden, so that its sum gives none of them back. */
export async function countPeople(db: Db | Tx, callId: string): Promise<People> {
  const groups = await groupsOf(db, callId)
  const places = await placesOf(db, callId)
  const totals = await sql<{ counted: number; officeHolders: number }>`
    ${counted(callId)}
    select count(*) as counted, count(*) filter (where is_from_office_holder) as "officeHolders" from counted`.execute(
    db,
  )
  const listOf = (sort: Group['sort']) =>
    hideSmall(
      groups.filter((group) => group.sort === sort).map(({ key, count }) => ({ key, name: null, count })),
    )
  return {
    counted: totals.rows[0]?.counted ?? 0,
    from_office_holders: totals.rows[0]?.officeHolders ?? 0,
    routes: listOf('route'),
    languages: listOf('language'),
    standings: listOf('standing'),
    nations: nationsIn(places),
  }
}

async function groupsOf(db: Db | Tx, callId: string): Promise<Group[]> {
  const { rows } = await sql<Group>`
    ${counted(callId)}
    select
      case grouping(route, language, standing) when 3 then 'route' when 5 then 'language' else 'standing' end as sort,
      coalesce(route, language, standing) as key,
      count(*) as count
    from counted
    group by grouping sets ((route), (language), (standing))
    order by count desc, key`.execute(db)
  return rows
}

export interface Place {
  nation: string | null
  nationName: string | null
  region: string | null
  regionName: string | null
  count: number
}

async function placesOf(db: Db | Tx, callId: string): Promise<Place[]> {
  const { rows } = await sql<Place>`
    ${counted(callId)}, by_unit as (
      select unit_id, count(*) as count from counted group by unit_id
    )
    select
      nations.slug as nation, nations.name as "nationName", regions.slug as region, regions.name as "regionName",
      sum(by_unit.count)::int as count
    from by_unit
    left join units on units.id = by_unit.unit_id
    left join units as nations on nations.id = any(units.lineage) and nations.kind = 'nation'
    left join units as regions on regions.id = any(units.lineage) and regions.kind = 'region'
    group by 1, 2, 3, 4
    order by 2, 4`.execute(db)
  return rows
}

/** Nations first, then the regions of each that is shown: a nation that is hidden hides its regions. */
export function nationsIn(places: readonly Place[]): Nation[] | null {
  const byNation = Map.groupBy(places, (place) => keyOfNation(place))
  const cells = [...byNation].map(([key, all]) => ({
    key,
    name: all[0]?.nationName ?? all[0]?.regionName ?? null,
    count: all.reduce((sum, { count }) => sum + count, 0),
  }))
  const shown = hideSmall(cells)
  if (!shown) return null
  return shown.map((nation) => ({ ...nation, regions: regionsOf(nation, byNation.get(nation.key) ?? []) }))
}

/** A region of no nation stands for itself. */
function keyOfNation({ nation, region }: Place): string {
  return nation ?? region ?? ''
}

function regionsOf(nation: Cell, places: readonly Place[]): Cell[] | null {
  const regions = places.map(({ region, regionName, count }) => ({
    key: region ?? '',
    name: regionName,
    count,
  }))
  if (nation.count === null || regions.length < 2) return null
  return hideSmall(regions)
}

function hideSmall(cells: readonly (Cell & { count: number })[]): Cell[] | null {
  if (cells.length === 0) return []
  const hidden = suppressList(cells.map(({ count }) => count))
  if (!hidden) return null
  return cells.map((cell, at) => (hidden[at] ? { ...cell, count: null } : cell))
}

type Apart = Pick<CallFigures, 'received' | 'withdrawn' | 'joined' | 'held'>

/** What came in and is not among the counted, by reason: nothing is left out silently. */
export async function countApart(db: Db | Tx, callId: string): Promise<Apart> {
  const totals = await sql<{ received: number; withdrawn: number; joined: number }>`
    select
      count(*) as received,
      count(*) filter (where withdrawn_at is not null) as withdrawn,
      count(*) filter (where withdrawn_at is null and ${isJoined}) as joined
    from answers
    where call_id = ${callId}`.execute(db)
  const held = await sql<CallFigures['held'][number]>`
    select
      coalesce(cases.reason, 'other') as reason,
      count(*) filter (where matters.visibility = 'held') as waiting,
      count(*) filter (where matters.visibility = 'removed') as removed
    from answers
    join matters on matters.id = answers.id
    left join lateral (
      select coalesce(outcome_reason, reason) as reason
      from moderation_cases
      where matter_id = answers.id
      order by opened_at desc
      limit 1
    ) as cases on true
    where answers.call_id = ${callId} and matters.visibility in ('held', 'removed') and answers.withdrawn_at is null
    group by 1
    order by 1`.execute(db)
  const { received = 0, withdrawn = 0, joined = 0 } = totals.rows[0] ?? {}
  return { received, withdrawn, joined, held: held.rows }
}
