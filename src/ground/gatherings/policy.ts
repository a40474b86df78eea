import { holdsRole, type Viewer } from '#core/access/viewer.ts'

/** Where a gathering belongs. */
export interface GatheringPlace {
  lineage: readonly string[]
  bodyId: string | null
}

/** The secretary of its unit and the clerk of its body announce it, change it, and see who registered with which needs. */
export function mayOrganise(viewer: Viewer, place: GatheringPlace): 'allowed' | 'not-yours' {
  const { lineage, bodyId } = place
  const isClerk = bodyId !== null && holdsRole(viewer, 'clerk', { lineage, bodyId })
  return isClerk || holdsRole(viewer, 'secretary', { lineage, bodyId: null }) ? 'allowed' : 'not-yours'
}

interface Registrable {
  audience: string
  endsAt: Date
  cancelledReason: string | null
}

export type Admission = 'allowed' | 'is-over' | 'called-off' | 'for-members' | 'for-this-place'

/** Whether somebody may register now, or why not. */
export function mayRegister(
  { audience, endsAt, cancelledReason }: Registrable,
  { isMember, isOfUnit, now }: { isMember: boolean; isOfUnit: boolean; now: Date },
): Admission {
  if (cancelledReason !== null) return 'called-off'
  if (endsAt <= now) return 'is-over'
  if (audience === 'members' && !isMember) return 'for-members'
  return audience === 'unit' && !isOfUnit ? 'for-this-place' : 'allowed'
}

const HALF_A_DAY_MS = 12 * 3_600_000

/** People are checked in about the day: from half a day before until a day after. */
export function isDoorOpen(
  { startsAt, endsAt, cancelledReason }: { startsAt: Date; endsAt: Date; cancelledReason: string | null },
  now: Date,
): boolean {
  const [opens, closes] = [startsAt.getTime() - HALF_A_DAY_MS, endsAt.getTime() + 2 * HALF_A_DAY_MS]
  return cancelledReason === null && opens <= now.getTime() && now.getTime() <= closes
}
