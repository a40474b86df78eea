import { holdsRole, type Viewer } from '#core/access/viewer.ts'

/** Administrators and secretaries of the unit that answers for the data write its notices. */
export function mayWriteNotices(
  viewer: Viewer,
  unit: { lineage: readonly string[] },
): 'allowed' | 'not-yours' {
  const place = { lineage: unit.lineage, bodyId: null }
  const may = holdsRole(viewer, 'administrator', place) || holdsRole(viewer, 'secretary', place)
  return may ? 'allowed' : 'not-yours'
}
