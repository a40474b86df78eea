import { holdsRole, type Viewer } from '#core/access/viewer.ts'

interface Place {
  bodyId: string
  lineage: readonly string[]
}

/** A moderator of the body, or of its unit, decides a case. */
export function mayModerate(viewer: Viewer, place: Place): 'allowed' | 'not-the-moderator' {
  return holdsRole(viewer, 'moderator', place) ? 'allowed' : 'not-the-moderator'
}

/** An appeal is heard by the moderators of another body, and never by whoever decided first. */
export function mayHearAppeal(
  viewer: Viewer,
  place: Place,
  decidedBy: string | null,
): 'allowed' | 'not-the-moderator' | 'judged-itself' {
  if (mayModerate(viewer, place) !== 'allowed') return 'not-the-moderator'
  return decidedBy !== null && decidedBy === viewer.person?.id ? 'judged-itself' : 'allowed'
}

interface Appealable {
  sort: string
  outcome: string | null
  /** When a moderator hid reported words. */
  heldAt: Date | null
  eraseOn: string | null
  erasedAt: Date | null
  reviewedBy: string | null
  isAppealed: boolean
}

/** Once, against a hold that waits or a removal that is not yet erased, where another body is named to look again. */
export function mayAppeal(
  isAuthor: boolean,
  facts: Appealable,
): 'allowed' | 'not-the-author' | 'nothing-to-appeal' | 'appealed-already' | 'nobody-reviews' {
  const isHeld = facts.outcome === null && (facts.sort === 'hold' || facts.heldAt !== null)
  const isRemoved = facts.outcome === 'removed' && facts.erasedAt === null
  if (facts.isAppealed) return 'appealed-already'
  if (!isHeld && !isRemoved) return 'nothing-to-appeal'
  if (!facts.reviewedBy) return 'nobody-reviews'
  return isAuthor ? 'allowed' : 'not-the-author'
}
