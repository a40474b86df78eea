import { holdsRole, type Viewer } from '#core/access/viewer.ts'

/** The clerks of the body that asks publish its result, and look through words before they are published. */
export function mayPublishResult(
  viewer: Viewer,
  { body }: { body: { id: string; lineage: string[] } },
): 'allowed' | 'not-the-clerk' {
  return holdsRole(viewer, 'clerk', { lineage: body.lineage, bodyId: body.id }) ? 'allowed' : 'not-the-clerk'
}
