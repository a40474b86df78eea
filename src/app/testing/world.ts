import type { Tx } from '#core/db/connect.ts'
import { orderedId } from '#core/ids/ids.ts'
import { giveRole } from './give-role.ts'

/** The few people every test knows; `settleWorld` makes them. */
export interface World {
  units: Readonly<Record<'alliance' | 'northmoor' | 'millbrook' | 'southdown', { id: string; slug: string }>>
  bodies: Readonly<
    Record<
      'frontDesk' | 'housing' | 'millbrookBranch' | 'executive',
      { id: string; slug: string; name: string }
    >
  >
  people: Readonly<
    Record<'nasreen' | 'noor' | 'idris' | 'femi' | 'gwen' | 'ada' | 'olga', { id: string; name: string }>
  >
}

/**
 * The Commons Alliance in small. Nasreen and Olga are members (Millbrook, Southdown); Noor clerks the Housing Commission;
 * Idris clerks Millbrook branch and is its secretary; Femi clerks the front desk; Gwen clerks the Executive, which
 * reviews the others; Ada is administrator of the whole.
 */
export async function settleWorld(tx: Tx, now: Date): Promise<World> {
  const units = await settleUnits(tx, now)
  const people = await settlePeople(tx, { now, units })
  const bodies = await settleBodies(tx, { now, units })
  const world: World = { units, people, bodies }
  const house = { db: tx, clock: { now: () => now }, world }
  await giveRole(house, 'noor', { role: 'clerk', unit: 'alliance', body: 'housing' })
  await giveRole(house, 'idris', { role: 'clerk', unit: 'millbrook', body: 'millbrookBranch' })
  await giveRole(house, 'idris', { role: 'secretary', unit: 'millbrook' })
  await giveRole(house, 'femi', { role: 'clerk', unit: 'alliance', body: 'frontDesk' })
  await giveRole(house, 'gwen', { role: 'clerk', unit: 'alliance', body: 'executive' })
  await giveRole(house, 'ada', { role: 'administrator', unit: 'alliance', isDownTheTree: true })
  return world
}

async function settleUnits(tx: Tx, now: Date): Promise<World['units']> {
  const unit = async (
    slug: string,
    name: string,
    { kind, parent }: { kind: string; parent: { id: string; lineage: string[] } | null },
  ) => {
    const id = orderedId(now)
    const lineage = [...(parent?.lineage ?? []), id]
    await tx
      .insertInto('units')
      .values({ id, slug, name, kind, parentId: parent?.id ?? null, lineage, openedOn: '2020-01-01' })
      .execute()
    return { id, slug, lineage }
  }
  const alliance = await unit('alliance', 'The Commons Alliance', { kind: 'national', parent: null })
  const northmoor = await unit('northmoor', 'Northmoor', { kind: 'region', parent: alliance })
  const millbrook = await unit('millbrook', 'Millbrook', { kind: 'branch', parent: northmoor })
  const southdown = await unit('southdown', 'Southdown', { kind: 'branch', parent: alliance })
  return { alliance, northmoor, millbrook, southdown }
}

async function settlePeople(
  tx: Tx,
  { now, units }: { now: Date; units: World['units'] },
): Promise<World['people']> {
  const person = async (name: string, unit: { id: string }) => {
    const id = orderedId(now)
    const email = `${name.split(' ')[0]?.toLowerCase()}@example.org`
    await tx
      .insertInto('people')
      .values({ id, name, email, unitId: unit.id, joinedAt: now, demoLine: `${name}, for tests` })
      .execute()
    await tx
      .insertInto('memberships')
      .values({
        id: orderedId(now),
        personId: id,
        unitId: unit.id,
        number: id.slice(-12),
        fromOn: '2024-01-01',
      })
      .execute()
    return { id, name }
  }
  return {
    nasreen: await person('Nasreen Akhtar', units.millbrook),
    noor: await person('Noor Haddad', units.alliance),
    idris: await person('Idris Bello', units.millbrook),
    femi: await person('Femi Adeyemi', units.alliance),
    gwen: await person('Gwen Rees', units.alliance),
    ada: await person('Ada Novak', units.alliance),
    olga: await person('Olga Dąbrowska', units.southdown),
  }
}

async function settleBodies(
  tx: Tx,
  { now, units }: { now: Date; units: World['units'] },
): Promise<World['bodies']> {
  const body = async (
    slug: string,
    name: string,
    more: { unit: { id: string }; days: number; reviewedBy?: { id: string }; isFrontDesk?: boolean },
  ) => {
    const id = orderedId(now)
    await tx
      .insertInto('bodies')
      .values({
        id,
        slug,
        name,
        kind: 'commission',
        unitId: more.unit.id,
        reviewedBy: more.reviewedBy?.id ?? null,
        isFrontDesk: more.isFrontDesk ?? false,
        openedOn: '2020-01-01',
      })
      .execute()
    await tx
      .insertInto('bodyPromises')
      .values({ bodyId: id, fromAt: new Date('2020-01-01T00:00:00Z'), days: more.days })
      .execute()
    return { id, slug, name }
  }
  const executive = await body('executive', 'Executive', { unit: units.alliance, days: 28 })
  return {
    executive,
    frontDesk: await body('front-desk', 'Front desk', {
      unit: units.alliance,
      days: 7,
      reviewedBy: executive,
      isFrontDesk: true,
    }),
    housing: await body('housing', 'Housing and Land Commission', {
      unit: units.alliance,
      days: 28,
      reviewedBy: executive,
    }),
    millbrookBranch: await body('millbrook-branch', 'Millbrook branch meeting', {
      unit: units.millbrook,
      days: 28,
      reviewedBy: executive,
    }),
  }
}
