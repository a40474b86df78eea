import type { Answer } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { draftCookie, draftKeyOf } from './draft-cookie.ts'
import { handInAgain } from './hand-in-form.ts'
import { keepDraft } from './keep-draft.ts'
import { m } from './messages.ts'

/**
 * True when the form was opened by somebody signed in whose session has ended since: handing it in now would lose their
 * name. An anonymous one goes through; it would have named nobody anyway.
 */
export function lostItsSession(x: Exchange): boolean {
  return (
    x.wants === 'html' &&
    x.form.signed_in === 'yes' &&
    x.viewer.person === null &&
    x.form.authorship !== 'anonymous'
  )
}

/** Keeps every word as a draft, and asks whether to sign in again or to go on without an account. */
export async function keepLostSession(x: Exchange): Promise<Answer> {
  const key = await keepDraft(x.db, { typed: x.form, personId: null, key: draftKeyOf(x), now: x.now })
  return handInAgain(x, {
    problems: [{ field: 'authorship', message: x.t(m.sessionEnded) }],
    notice: {
      words: x.t(m.sessionEndedKept),
      link: { words: x.t(m.signInAgain), href: '/sign-in?to=/submissions/new' },
    },
    cookies: [draftCookie(key)],
  })
}
