import type { Db } from '#core/db/connect.ts'
import { isoDate } from '#core/time/days.ts'

export type HeldGrant = Awaited<ReturnType<typeof grantsHeld>>[number]

/** One role at one body, held today or later. */
export function rolesAtBody(db: Db, { bodyId, role, now }: { bodyId: string; role: string; now: Date }) {
  return heldGrants(db, now)
    .where('grants.bodyId', '=', bodyId)
    .where('grants.role', '=', role)
    .orderBy('people.name')
    .execute()
}

/** Roles that are held today or will be, by place and name; those that ended or lapsed are in the record. */
export function grantsHeld(db: Db, now: Date) {
  return heldGrants(db, now)
    .orderBy('units.name')
    .orderBy('bodies.name')
    .orderBy('grants.role')
    .orderBy('people.name')
    .execute()
}

function heldGrants(db: Db, now: Date) {
  return db
    .selectFrom('grants')
    .innerJoin('people', 'people.id', 'grants.personId')
    .innerJoin('units', 'units.id', 'grants.unitId')
    .leftJoin('bodies', 'bodies.id', 'grants.bodyId')
    .leftJoin('grantEndings', 'grantEndings.grantId', 'grants.id')
    .select([
      'grants.id',
      'grants.role',
      'grants.purpose',
      'grants.fromOn',
      'grants.toOn',
      'grants.isDownTheTree',
      'grants.bodyId',
      'people.name as personName',
      'units.name as unitName',
      'units.slug as unitSlug',
      'units.lineage',
      'bodies.name as bodyName',
    ])
    .where('grantEndings.grantId', 'is', null)
    .where('grants.toOn', '>=', isoDate(now))
}
