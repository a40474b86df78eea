import type { Tx } from '#core/db/connect.ts'
import { orderedId } from '#core/ids/ids.ts'
import { isoDate } from '#core/time/days.ts'

export interface NewUnit {
  /** Made here, unless a whole tree is prepared at once. */
  id?: string
  slug: string
  name: string
  kind: string
  code?: string
  parent: Unit | null
  /** An affiliate that is its own data controller: its parent cannot read its members. */
  controlsOwnData?: boolean
}

export interface Unit {
  id: string
  slug: string
  lineage: string[]
}

/** Adds units below standing parents, in one statement. */
export async function addUnits(tx: Tx, units: readonly NewUnit[], now: Date): Promise<Unit[]> {
  const rows = units.map(({ parent, controlsOwnData, code, ...unit }) => {
    const id = unit.id ?? orderedId(now)
    return {
      ...unit,
      id,
      code: code ?? null,
      parentId: parent?.id ?? null,
      lineage: [...(parent?.lineage ?? []), id],
      controlsOwnData: controlsOwnData ?? false,
      openedOn: isoDate(now),
    }
  })
  await tx.insertInto('units').values(rows).execute()
  return rows.map(({ id, slug, lineage }) => ({ id, slug, lineage }))
}
