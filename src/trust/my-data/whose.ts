import type { Person } from '#core/access/viewer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { VISIT_COOKIE, visitOf } from './codes.ts'
import { mattersOf } from './rows-of.ts'
import type { Subject } from './subject.ts'

/** Whose data is asked for: somebody signed in, or whoever opened an address by a code. */
export interface Whose {
  subject: Subject
  person: Person | null
  /** The visit by a code; null for somebody signed in. */
  visit: { address: string; expiresAt: Date } | null
  /** Signed in within the last quarter of an hour; a visit always is. */
  isFresh: boolean
}

export async function whoseData(x: Exchange): Promise<Whose | null> {
  const { person } = x.viewer
  if (person) {
    const { id: personId, email: address } = person
    const matters = await mattersOf(x.db, { personId, address: null })
    return {
      subject: { personId, address, matters },
      person,
      visit: null,
      isFresh: x.session?.isSteppedUp === true,
    }
  }
  const token = x.cookies[VISIT_COOKIE]
  const visit = token ? await visitOf(x.db, { token, now: x.now }) : null
  if (!visit) return null
  // Words that were signed with an address are opened by their follow-up key: an address can be given by anybody.
  const subject = { personId: null, address: visit.address, matters: [] }
  return { subject, person: null, visit, isFresh: true }
}
