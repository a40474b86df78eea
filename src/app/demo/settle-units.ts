import type { Tx } from '#core/db/connect.ts'
import { addUnits, type NewUnit, type Unit } from '#ground/units/add-units.ts'
import type { Movement } from './movement.ts'

/** The nations and regions, the 650 constituencies below them, the branches below those, unions and societies. */
export async function settleUnits(
  tx: Tx,
  { units, constituencies }: Movement,
  now: Date,
): Promise<ReadonlyMap<string, Unit>> {
  const settled = new Map<string, Unit>()
  const add = async (rows: readonly NewUnit[]) => {
    for (const unit of await addUnits(tx, rows, now)) settled.set(unit.slug, unit)
  }
  const named = units.flatMap(({ slug, name, kind, parent, own }) =>
    name === null ? [] : [{ slug, name, kind, parent, own }],
  )
  const parentOf = (parent: string | null) => {
    const found = settled.get(parent ?? '')
    if (parent !== null && !found) throw new Error(`db/demo names “${parent}”, which is nowhere.`)
    return found ?? null
  }
  const addNamed = async (isTheir: (unit: { kind: string }) => boolean) => {
    // One by one: a unit may stand below the one before it.
    for (const { parent, own, ...unit } of named.filter(isTheir))
      await add([{ ...unit, parent: parentOf(parent), controlsOwnData: own }])
  }
  await addNamed(({ kind }) => kind !== 'branch')
  const regions = new Map(named.map(({ name, slug }) => [name, slug]))
  await add(
    constituencies.map(({ code, name, region }) => ({
      slug: slugOf(name),
      name,
      code,
      kind: 'constituency',
      parent: parentOf(regions.get(region) ?? region),
    })),
  )
  await addNamed(({ kind }) => kind === 'branch')
  return settled
}

/** `Ynys Môn` → `ynys-mon`. */
function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}
