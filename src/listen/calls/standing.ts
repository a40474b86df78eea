import type { Viewer } from '#core/access/viewer.ts'
import type { Standing } from './new-answer.ts'

/** Member or not, from the register and never from what was typed. Of somebody without an account nothing is known. */
export function standingOf({ person }: Viewer): Standing {
  if (!person) return 'unknown'
  return person.isMember ? 'member' : 'not-member'
}

/** Whoever holds a role today: their own answer is marked as such, and weighs the same. */
export function holdsOffice({ person, grants }: Viewer): boolean {
  return person !== null && grants.length > 0
}
