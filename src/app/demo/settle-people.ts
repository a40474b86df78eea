import type { Tx } from '#core/db/connect.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import { addBody, addSeat } from '#ground/bodies/add-body.ts'
import { giveGrant } from '#ground/grants/give-grant.ts'
import { addPerson } from '#ground/people/add-person.ts'
import { addUnits, type Unit } from '#ground/units/add-units.ts'
import type { Movement } from './movement.ts'

export interface Settled {
  units: Map<string, Unit & { name: string }>
  people: Map<string, { id: string; name: string }>
  bodies: Map<string, { id: string; slug: string; unitId: string; holdsStrangers: boolean }>
  /** Who clerks a body: the decisions of its timeline are theirs. */
  clerks: Map<string, string>
}

/** Units, people with their roles, and bodies, as they stood when the demonstration's time begins. */
export async function settlePeople(tx: Tx, movement: Movement, now: Date): Promise<Settled> {
  const units = await settleUnits(tx, movement, now)
  const people = new Map<string, { id: string; name: string }>()
  for (const [at, { handle, name, unit, language, line }] of movement.people.entries()) {
    const memberNumber = `CA-${String(10_001 + at)}`
    const email = `${handle}@example.org`
    people.set(
      handle,
      await addPerson(tx, {
        name,
        email,
        language,
        unitId: idOf(units, unit),
        memberNumber,
        demoLine: line,
        now,
      }),
    )
  }
  const bodies: Settled['bodies'] = new Map()
  for (const { unit, days, reviewedBy, frontDesk, ...body } of movement.bodies) {
    const reviewer = reviewedBy ? idOf(bodies, reviewedBy) : null
    bodies.set(
      body.slug,
      await addBody(tx, {
        ...body,
        unitId: idOf(units, unit),
        promiseDays: days,
        reviewedBy: reviewer,
        isFrontDesk: frontDesk,
        now,
      }),
    )
  }
  const clerks = await settleRoles(tx, { movement, units, people, bodies, now })
  return { units, people, bodies, clerks }
}

async function settleUnits(
  tx: Tx,
  { units, constituencies }: Movement,
  now: Date,
): Promise<Settled['units']> {
  const settled: Settled['units'] = new Map()
  for (const { parent, own, ...unit } of units) {
    const [made] = await addUnits(
      tx,
      [{ ...unit, parent: parent ? (settled.get(parent) ?? null) : null, controlsOwnData: own }],
      now,
    )
    if (made) settled.set(unit.slug, { ...made, name: unit.name })
  }
  const regions = new Map([...settled.values()].map((unit) => [unit.name, unit]))
  await addUnits(
    tx,
    constituencies.map(({ code, name, region }) => ({
      slug: slugOf(name),
      name,
      code,
      kind: 'constituency',
      parent: regions.get(region) ?? null,
    })),
    now,
  )
  return settled
}

/** `Ynys Môn` → `ynys-mon`. */
function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}

interface Roles extends Omit<Settled, 'clerks'> {
  movement: Movement
  now: Date
}

const TERM_DAYS = 800

async function settleRoles(
  tx: Tx,
  { movement, units, people, bodies, now }: Roles,
): Promise<Settled['clerks']> {
  const clerks: Settled['clerks'] = new Map()
  const toOn = isoDate(addDays(now, TERM_DAYS))
  const grant = (personId: string, role: string, place: { unitId: string; bodyId: string | null }) =>
    giveGrant(tx, {
      personId,
      role,
      ...place,
      isDownTheTree: role === 'administrator',
      purpose: PURPOSES[role] ?? role,
      toOn,
      grantedBy: null,
      now,
    })
  for (const person of movement.people) {
    const { id } = people.get(person.handle) ?? { id: '' }
    for (const role of ['clerk', 'moderator'] as const) {
      const body = bodies.get(person[role] ?? '')
      if (!body) continue
      await grant(id, role, { unitId: body.unitId, bodyId: body.id })
      await addSeat(tx, { bodyId: body.id, personId: id, seat: role, fromOn: isoDate(now), toOn }, now)
      if (role === 'clerk') clerks.set(body.id, id)
    }
    for (const role of ['secretary', 'chair', 'administrator'] as const) {
      const unit = person[role]
      if (unit) await grant(id, role, { unitId: idOf(units, unit), bodyId: null })
    }
    if (person.seat)
      await addSeat(
        tx,
        { bodyId: idOf(bodies, person.seat), personId: id, seat: 'member', fromOn: isoDate(now), toOn },
        now,
      )
  }
  return clerks
}

const PURPOSES: Readonly<Record<string, string>> = {
  clerk: 'to receive what is handed in, and to record and announce decisions',
  moderator: 'to look at words of strangers before they are shown',
  secretary: 'to run the unit and hand in on its behalf',
  chair: 'to chair the unit’s meetings',
  administrator: 'to look after units and roles',
}

function idOf(places: ReadonlyMap<string, { id: string }>, slug: string): string {
  const place = places.get(slug)
  if (!place) throw new Error(`db/demo names “${slug}”, which is nowhere.`)
  return place.id
}
