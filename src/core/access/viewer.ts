/** A role held in a unit, or at one body of it, today. */
export interface Grant {
  role: string
  unitId: string
  bodyId: string | null
  isDownTheTree: boolean
}

/** A signed-in person, as much as a page needs to know. */
export interface Person {
  id: string
  name: string
  email: string | null
  language: string
  unitId: string | null
  isMember: boolean
}

/** Grave roles of somebody who did not show a passkey lately: they are held, and count for nothing meanwhile. */
export interface Resting {
  grants: readonly Grant[]
  /** Whether there is one to show, or one has to be made first. */
  hasPasskey: boolean
}

/** Whoever asks: a signed-in person with the roles of today, or nobody in particular. */
export interface Viewer {
  person: Person | null
  grants: readonly Grant[]
  /** Absent where no role rests. */
  resting?: Resting
  /** Scopes of an access token; null for a person at a page, who may do all they may. */
  scopes: readonly string[] | null
}

export const NOBODY: Viewer = { person: null, grants: [], scopes: null }

/** Where a thing stands in the tree: the lineage of its unit from the root down, and its body if it is with one. */
export interface Place {
  lineage: readonly string[]
  bodyId?: string | null
}

/** True when the viewer holds `role` at that place: at the body itself, in its unit, or above with a grant down the tree. */
export function holdsRole(viewer: Viewer, role: string, place: Place): boolean {
  return viewer.grants.some((grant) => grant.role === role && covers(grant, place))
}

function covers(grant: Grant, { lineage, bodyId }: Place): boolean {
  if (grant.bodyId !== null) return grant.bodyId === bodyId
  if (grant.unitId === lineage.at(-1)) return true
  return grant.isDownTheTree && lineage.includes(grant.unitId)
}
