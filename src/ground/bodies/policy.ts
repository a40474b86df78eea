import { holdsRole, type Viewer } from '#core/access/viewer.ts'

interface Placed {
  id: string
  lineage: readonly string[]
}

/** A body's chair and an administrator above it may change what it promises. */
export function mayChangePromise(viewer: Viewer, { id, lineage }: Placed): 'allowed' | 'not-yours' {
  const place = { lineage, bodyId: id }
  const mayDoSo = holdsRole(viewer, 'chair', place) || holdsRole(viewer, 'administrator', place)
  return mayDoSo ? 'allowed' : 'not-yours'
}
