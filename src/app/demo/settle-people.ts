import type { Tx } from '#core/db/connect.ts'
import { addBody } from '#ground/bodies/add-body.ts'
import { addPeople } from '#ground/people/add-person.ts'
import type { Movement } from './movement.ts'
import { settleRoles } from './settle-roles.ts'
import { settleUnits } from './settle-units.ts'
import { placeOf } from './settled.ts'

const FIRST_MEMBER = 10_001

/** Units, people with their roles, and bodies, as they stood when the demonstration's time begins. */
export async function settlePeople(tx: Tx, movement: Movement, now: Date): Promise<void> {
  const units = await settleUnits(tx, movement, now)
  const people = await addPeople(
    tx,
    movement.people.map(({ handle, name, unit, language, line }, at) => ({
      name,
      email: `${handle}@example.org`,
      language,
      unitId: placeOf(units, unit).id,
      memberNumber: `CA-${FIRST_MEMBER + at}`,
      demoLine: line ?? undefined,
      // Joined a second apart: the first page shows the first of them first.
      now: new Date(now.getTime() + at * 1000),
    })),
  )
  const byHandle = new Map(people.map((person, at) => [movement.people[at]?.handle ?? '', person]))
  const bodies = await settleBodies(tx, { movement, units, now })
  await settleRoles(tx, { movement, units, people: byHandle, bodies, now })
}

interface Building {
  movement: Movement
  units: ReadonlyMap<string, { id: string }>
  now: Date
}

async function settleBodies(tx: Tx, { movement, units, now }: Building) {
  const bodies = new Map<string, { id: string; unitId: string }>()
  for (const { slug, name, kind, unit, days, reviewer, duties, about } of movement.bodies) {
    const first = movement.promises.find((promise) => promise.body === slug)
    const body = await addBody(tx, {
      slug,
      name,
      kind,
      about,
      unitId: placeOf(units, unit).id,
      // One that changed its promise since began with the house's usual four weeks.
      promiseDays: first ? FOUR_WEEKS : days,
      reviewedBy: reviewer === null ? null : placeOf(bodies, reviewer).id,
      isFrontDesk: duties.includes('front-desk'),
      holdsStrangers: duties.includes('holds-strangers'),
      now,
    })
    bodies.set(slug, body)
  }
  return bodies
}

const FOUR_WEEKS = 28
