import { inTransaction } from '#core/db/transaction.ts'
import { type Answer, done, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { draftCookie, draftKeyOf, forgottenDraftCookie } from './draft-cookie.ts'
import { gatherFiles } from './draft-files.ts'
import type { DraftForm } from './draft-form.ts'
import { UUID } from './draft-of.ts'
import { forgetOneDraft } from './keep-draft.ts'
import { keepDraftOf } from './keep-draft-of.ts'
import { m } from './messages.ts'

/** Keeps what was typed, whatever is missing, and leads back to the form. */
export async function createDraft(x: Exchange, form: DraftForm): Promise<Answer> {
  const { attachments } = await gatherFiles(x)
  const { key } = await keepDraftOf(x, { form, files: attachments })
  return done(x, {
    to: `${form.page}#draft`,
    status: 201,
    cookies: [draftCookie(form, key)],
    json: () => ({ kept: true }),
  })
}

/** Forgets a draft: one's own, or the one of this browser. */
export async function removeDraft(
  x: Exchange,
  { page, under }: Pick<DraftForm, 'page' | 'under'>,
): Promise<Answer> {
  const { id = '' } = x.params
  const personId = x.viewer.person?.id ?? null
  const key = draftKeyOf(x)
  if (!UUID.test(id) || (personId === null && key === null))
    return problem(404, 'draft.unknown', x.t(m.noSuchDraft))
  await inTransaction(x.db, (tx) => forgetOneDraft(tx, { id, key, personId }))
  return done(x, {
    to: personId === null ? page : '/submissions/drafts',
    cookies: personId === null ? [forgottenDraftCookie({ under })] : [],
    json: () => ({ removed: true }),
  })
}
