import { type Answer, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import * as drafts from '#ground/drafts/draft-acts.ts'
import type { DraftForm } from '#ground/drafts/draft-form.ts'
import { draftsOf } from '#ground/drafts/draft-of.ts'
import { handInInput } from './input.ts'
import { m } from './messages.ts'
import { DraftsPage } from './pages/drafts-page.tsx'

/** The form to hand something in, as one whose words are kept. */
export const HAND_IN_FORM: DraftForm = {
  page: '/submissions/new',
  under: '/submissions',
  fields: Object.keys(handInInput.shape),
}

/** Keeps what was typed, whatever is missing, and leads back to the form. */
export const createDraft = (x: Exchange): Promise<Answer> => drafts.createDraft(x, HAND_IN_FORM)

/** Forgets a draft: one's own, or the one of this browser. */
export const removeDraft = (x: Exchange): Promise<Answer> => drafts.removeDraft(x, HAND_IN_FORM)

/** The drafts of whoever is signed in, whatever they are of. */
export async function showDrafts(x: Exchange): Promise<Answer> {
  const found = x.viewer.person ? await draftsOf(x.db, x.viewer.person.id) : []
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.draftsTitle),
        section: 'hand-in',
        isUnlisted: true,
        children: DraftsPage({ t: x.t, drafts: found }),
      }),
    json: () => found.map(({ id, page, savedAt, content }) => ({ id, page, saved_at: savedAt, ...content })),
  })
}
