import { holdsRole, type Viewer } from '#core/access/viewer.ts'

/** Only an administrator whose own role covers the unit gives and ends roles there. A role at one body covers no unit. */
export function mayGrant(viewer: Viewer, unit: { lineage: readonly string[] }): 'allowed' | 'not-your-place' {
  return holdsRole(viewer, 'administrator', { lineage: unit.lineage, bodyId: null })
    ? 'allowed'
    : 'not-your-place'
}
