import type { FieldProblem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { gatherFiles } from './draft-files.ts'
import type { DraftForm } from './draft-form.ts'
import type { KeptDraft } from './keep-draft.ts'
import { keepDraftOf } from './keep-draft-of.ts'
import { m } from './messages.ts'
import type { DraftNotice } from './pages/what-is-kept.tsx'

interface Lost {
  /** An anonymous one names nobody anyway, and goes through; unless only members may hand it in. */
  alsoAnonymous?: boolean
}

/** True when the form was opened by somebody signed in whose session has ended since: handing it in now would lose their name. */
export function lostItsSession(x: Exchange, { alsoAnonymous = false }: Lost = {}): boolean {
  return (
    x.wants === 'html' &&
    x.form.signed_in === 'yes' &&
    x.viewer.person === null &&
    (alsoAnonymous || x.form.authorship !== 'anonymous')
  )
}

/** What the form that comes back is shown with. */
export interface LostSession {
  problems: FieldProblem[]
  notice: DraftNotice
  kept: KeptDraft
}

/** Keeps every word as a draft, and asks whether to sign in again or to go on without an account. */
export async function keepLostSession(x: Exchange, form: DraftForm): Promise<LostSession> {
  const { attachments } = await gatherFiles(x)
  const kept = await keepDraftOf(x, { form, files: attachments })
  return {
    problems: [{ field: 'authorship', message: x.t(m.sessionEnded) }],
    notice: {
      words: x.t(m.sessionEndedKept),
      link: { words: x.t(m.signInAgain), href: `/sign-in?to=${form.page}` },
    },
    kept,
  }
}
