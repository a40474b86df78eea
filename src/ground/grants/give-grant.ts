import type { Tx } from '#core/db/connect.ts'
import { orderedId } from '#core/ids/ids.ts'
import { isoDate } from '#core/time/days.ts'

export interface NewGrant {
  personId: string
  role: string
  unitId: string
  bodyId: string | null
  isDownTheTree: boolean
  /** What the role is held for, in plain words; shown in public. */
  purpose: string
  /** Today, when it is left out. */
  fromOn?: string
  toOn: string
  grantedBy: string | null
  now: Date
}

/** Gives a role in a unit, or at one body, for a time and a purpose. */
export async function giveGrant(tx: Tx, { now, ...grant }: NewGrant): Promise<string> {
  const id = orderedId(now)
  await tx
    .insertInto('grants')
    .values({ fromOn: isoDate(now), ...grant, id, grantedAt: now })
    .execute()
  return id
}
