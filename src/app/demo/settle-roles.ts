import type { Tx } from '#core/db/connect.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import { addSeat } from '#ground/bodies/add-body.ts'
import { giveGrant } from '#ground/grants/give-grant.ts'
import type { Movement } from './movement.ts'
import { placeOf } from './settled.ts'

interface Roles {
  movement: Movement
  units: ReadonlyMap<string, { id: string }>
  people: ReadonlyMap<string, { id: string }>
  bodies: ReadonlyMap<string, { id: string; unitId: string }>
  now: Date
}

interface Given {
  person: string
  role: 'clerk' | 'moderator' | 'member' | 'secretary' | 'chair' | 'administrator'
  /** A body for the first three, a unit for the others. */
  place: string
  from: Date
  to: Date
}

const TERM_DAYS = 800

/** Who clerks, moderates and sits where, and for how long; former terms too. */
export async function settleRoles(tx: Tx, roles: Roles): Promise<void> {
  const { movement, now } = roles
  const term = { from: now, to: addDays(now, TERM_DAYS) }
  for (const { slug, clerk, moderator, members } of movement.bodies) {
    await give(tx, roles, { ...term, person: clerk, role: 'clerk', place: slug })
    if (moderator) await give(tx, roles, { ...term, person: moderator, role: 'moderator', place: slug })
    for (const person of members) await give(tx, roles, { ...term, person, role: 'member', place: slug })
  }
  for (const { slug, secretary, chair } of movement.units) {
    if (secretary) await give(tx, roles, { ...term, person: secretary, role: 'secretary', place: slug })
    if (chair) await give(tx, roles, { ...term, person: chair, role: 'chair', place: slug })
  }
  await give(tx, roles, { ...term, person: 'ada', role: 'administrator', place: 'alliance' })
  for (const { person, role, body, from, to } of movement.terms) {
    // Days of terms count from the settling like all others: `now` is the beginning, the first of them.
    const at = (day: number) => addDays(now, day - FIRST_DAY)
    await give(tx, roles, { person, role, place: body, from: at(from), to: at(to) })
  }
}

/** Days in the files count from the day of settling; the timeline begins this many before it. */
export const FIRST_DAY = -400

async function give(tx: Tx, roles: Roles, { person, role, place, from, to }: Given): Promise<void> {
  const { id: personId } = placeOf(roles.people, person)
  const [fromOn, toOn] = [isoDate(from), isoDate(to)]
  const body = roles.bodies.get(place)
  if (body) await addSeat(tx, { bodyId: body.id, personId, seat: role, fromOn, toOn }, roles.now)
  if (role === 'member') return
  await giveGrant(tx, {
    personId,
    role,
    unitId: body?.unitId ?? placeOf(roles.units, place).id,
    bodyId: body?.id ?? null,
    isDownTheTree: role === 'administrator',
    purpose: PURPOSES[role],
    fromOn,
    toOn,
    grantedBy: null,
    now: roles.now,
  })
}

const PURPOSES = {
  clerk: 'to receive what is handed in, and to record and announce decisions',
  moderator: 'to look at words of strangers before they are shown',
  secretary: 'to run the unit and hand in on its behalf',
  chair: 'to chair the unit’s meetings',
  administrator: 'to look after units and roles',
} as const
