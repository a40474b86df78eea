import type { Db } from '#core/db/connect.ts'
import { orderedId } from '#core/ids/ids.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import type { World } from './world.ts'

interface Role {
  role: string
  unit: keyof World['units']
  body?: keyof World['bodies']
  isDownTheTree?: boolean
}

interface InWorld {
  db: Db
  clock: { now(): Date }
  world: World
}

/** Gives somebody of the world a role for a year from today, without an administrator. */
export async function giveRole({ db, clock, world }: InWorld, who: keyof World['people'], given: Role) {
  const now = clock.now()
  const { role, unit, body, isDownTheTree = false } = given
  await db
    .insertInto('grants')
    .values({
      id: orderedId(now),
      personId: world.people[who].id,
      role,
      unitId: world.units[unit].id,
      bodyId: body ? world.bodies[body].id : null,
      isDownTheTree,
      purpose: 'to do the work of the role',
      fromOn: isoDate(now),
      toOn: isoDate(addDays(now, 365)),
      grantedAt: now,
    })
    .execute()
}
