import { holdsRole, type Viewer } from '#core/access/viewer.ts'

interface Place {
  bodyId: string
  lineage: readonly string[]
}

/** Clerks of the body that has the text, and of the front desk, where requests arrive. */
export function mayMakeForms(viewer: Viewer, places: readonly Place[]): 'allowed' | 'not-the-clerk' {
  return places.some((place) => holdsRole(viewer, 'clerk', place)) ? 'allowed' : 'not-the-clerk'
}
