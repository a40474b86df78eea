import { holdsRole, type Viewer } from '#core/access/viewer.ts'
import type { Call } from './call.ts'

/** Its body's clerks write a call, announce it and keep it open longer. */
export function mayKeepCall(
  viewer: Viewer,
  body: { id: string; lineage: readonly string[] },
): 'allowed' | 'not-the-clerk' {
  return holdsRole(viewer, 'clerk', { lineage: body.lineage, bodyId: body.id }) ? 'allowed' : 'not-the-clerk'
}

/** What can be told of the audience before a word is typed; a place may still make an answer a unit's own. */
export function mayAnswer(viewer: Viewer, { audience }: Pick<Call, 'audience'>): 'allowed' | 'members-only' {
  return audience === 'members' && !viewer.person?.isMember ? 'members-only' : 'allowed'
}

/** Who reads an answer that is not published: clerks, moderators and the theme team of the body that asked. */
export function mayReadAnswers(viewer: Viewer, { body }: Pick<Call, 'body'>): boolean {
  return ['clerk', 'moderator'].some((role) =>
    holdsRole(viewer, role, { lineage: body.lineage, bodyId: body.id }),
  )
}
