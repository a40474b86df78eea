import { holdsRole, type Viewer } from '#core/access/viewer.ts'

/**
 * Whoever keeps the accounts of a unit ends the sessions of its people: an administrator whose role covers it. `lineage` begins at the
 * unit that controls its own data, so that those above cannot try out who is a member there.
 */
export function mayEndSessionsOf(viewer: Viewer, lineage: readonly string[]): boolean {
  return holdsRole(viewer, 'administrator', { lineage, bodyId: null })
}

/** Everybody's, by an administrator of the whole. */
export function mayEndEverybodys(viewer: Viewer, root: string): 'allowed' | 'not-of-the-whole' {
  const isOfTheWhole = viewer.grants.some(
    ({ role, unitId, bodyId, isDownTheTree }) =>
      role === 'administrator' && unitId === root && bodyId === null && isDownTheTree,
  )
  return isOfTheWhole ? 'allowed' : 'not-of-the-whole'
}
