import type { Db } from '#core/db/connect.ts'
import { type GatheringsOfUnit, gatheringsOfUnit } from '#ground/gatherings/gatherings-of-unit.ts'
import { type BodyOfUnit, bodiesOf } from './bodies-of.ts'
import { type FoundUnits, findUnits } from './find-units.ts'
import { type LatestMatter, latestMatters } from './latest-matters.ts'
import { type UnitInTree, type UnitLink, unitsAbove } from './queries.ts'
import { type RoleInUnit, rolesIn } from './roles-in.ts'
import { type KindCount, kindsBelow } from './tree-of.ts'

/** Everything that stands on the public page of a unit. */
export interface FactsOfUnit {
  unit: UnitInTree
  /** The root first. */
  above: UnitLink[]
  below: KindCount[]
  children: FoundUnits
  bodies: BodyOfUnit[]
  /** Where it has no body of its own: those of the nearest unit above that has some. */
  nearest: { unit: UnitLink; bodies: BodyOfUnit[] } | null
  roles: RoleInUnit[]
  latest: LatestMatter[]
  gatherings: GatheringsOfUnit
}

const LATEST = 10

export async function factsOfUnit(
  db: Db,
  {
    unit,
    now,
    after,
    language,
  }: { unit: UnitInTree; now: Date; after: string | undefined; language: string },
): Promise<FactsOfUnit> {
  const { id, slug, lineage } = unit
  const [above, below, children, bodies, roles, latest, gatherings] = await Promise.all([
    unitsAbove(db, [unit]),
    kindsBelow(db, id),
    findUnits(db, { below: slug, after }),
    bodiesOf(db, { unitIds: lineage, now }),
    rolesIn(db, { unitId: id, now }),
    latestMatters(db, { unitId: id, most: LATEST, language }),
    gatheringsOfUnit(db, { unit, now, language }),
  ])
  const links = above.get(id) ?? []
  const own = bodies.filter(({ unitId }) => unitId === id)
  const nearest = own.length > 0 ? null : nearestOf(bodies, { lineage, links })
  return { unit, above: links, below, children, bodies: own, nearest, roles, latest, gatherings }
}

function nearestOf(
  bodies: readonly BodyOfUnit[],
  { lineage, links }: { lineage: readonly string[]; links: readonly UnitLink[] },
): FactsOfUnit['nearest'] {
  for (const [level, unitId] of [...lineage.entries()].toReversed()) {
    const here = bodies.filter((body) => body.unitId === unitId)
    const unit = links[level]
    if (unit && here.length > 0) return { unit, bodies: here }
  }
  return null
}
