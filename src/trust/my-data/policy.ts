import { holdsRole, type Viewer } from '#core/access/viewer.ts'

/** Roles that answer for personal data; an administrator where no data officer is. */
export const ANSWERING = ['data-officer', 'administrator'] as const

export interface ObjectionPlace {
  /** From the unit that controls these data down to the one of the person. */
  lineage: readonly string[]
  /** The people it is from and about: they do not decide it. */
  concerned: readonly (string | null)[]
}

/** Who answers for personal data there reads it. */
export function mayRead(viewer: Viewer, { lineage }: Pick<ObjectionPlace, 'lineage'>): boolean {
  return ANSWERING.some((role) => holdsRole(viewer, role, { lineage, bodyId: null }))
}

/** Nobody answers an objection that is their own, or about themselves. */
export function mayAnswer(
  viewer: Viewer,
  place: ObjectionPlace,
): 'allowed' | 'not-the-officer' | 'about-yourself' {
  if (!mayRead(viewer, place)) return 'not-the-officer'
  return viewer.person && place.concerned.includes(viewer.person.id) ? 'about-yourself' : 'allowed'
}
