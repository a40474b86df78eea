import { holdsRole, type Viewer } from '#core/access/viewer.ts'

/** An administrator whose role covers the unit makes and renames what stands there: units below it, and bodies. */
export function mayLookAfter(viewer: Viewer, unit: { lineage: readonly string[] }): 'allowed' | 'not-yours' {
  return holdsRole(viewer, 'administrator', { lineage: unit.lineage, bodyId: null }) ? 'allowed' : 'not-yours'
}
