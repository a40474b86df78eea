import type { Answer } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { gatherFiles } from './draft-files.ts'
import { handInAgain } from './hand-in-form.ts'
import { keepDraftOf } from './keep-draft-of.ts'
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
  const { attachments } = await gatherFiles(x)
  const kept = await keepDraftOf(x, attachments)
  return handInAgain(x, {
    problems: [{ field: 'authorship', message: x.t(m.sessionEnded) }],
    notice: {
      words: x.t(m.sessionEndedKept),
      link: { words: x.t(m.signInAgain), href: '/sign-in?to=/submissions/new' },
    },
    kept,
  })
}
