import type { Db } from '#core/db/connect.ts'
import { grantsToday } from '#ground/grants/grants-today.ts'

/** A role in a unit, or at one body of it, that is held today. */
export interface RoleInUnit {
  name: string
  role: string
  bodyName: string | null
  isDownTheTree: boolean
  purpose: string
  fromOn: string
  toOn: string
}

/** Who holds which role there today; the whole unit's first, then body by body. */
export function rolesIn(db: Db, { unitId, now }: { unitId: string; now: Date }): Promise<RoleInUnit[]> {
  return grantsToday(db, now)
    .innerJoin('people', 'people.id', 'grants.personId')
    .leftJoin('bodies', 'bodies.id', 'grants.bodyId')
    .select([
      'people.name',
      'grants.role',
      'bodies.name as bodyName',
      'grants.isDownTheTree',
      'grants.purpose',
      'grants.fromOn',
      'grants.toOn',
    ])
    .where('grants.unitId', '=', unitId)
    .orderBy('bodies.name', (order) => order.asc().nullsFirst())
    .orderBy('grants.role')
    .orderBy('people.name')
    .limit(MOST_ROLES)
    .execute()
}

/** A page lists so many; all are under "Who holds which role". */
const MOST_ROLES = 100
