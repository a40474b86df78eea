import { inTransaction } from '#core/db/transaction.ts'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { draftCookie, draftKeyOf, forgottenDraftCookie } from './draft-cookie.ts'
import { gatherFiles } from './draft-files.ts'
import { draftsOf, UUID } from './draft-of.ts'
import { forgetDraft } from './keep-draft.ts'
import { keepDraftOf } from './keep-draft-of.ts'
import { m } from './messages.ts'
import { DraftsPage } from './pages/drafts-page.tsx'

/** Keeps what was typed, whatever is missing, and leads back to the form. */
export async function createDraft(x: Exchange): Promise<Answer> {
  const { attachments } = await gatherFiles(x)
  const { key } = await keepDraftOf(x, attachments)
  return done(x, {
    to: '/submissions/new#draft',
    status: 201,
    cookies: [draftCookie(key)],
    json: () => ({ kept: true }),
  })
}

/** The drafts of whoever is signed in. */
export async function showDrafts(x: Exchange): Promise<Answer> {
  const drafts = x.viewer.person ? await draftsOf(x.db, x.viewer.person.id) : []
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.draftsTitle),
        section: 'hand-in',
        isUnlisted: true,
        children: DraftsPage({ t: x.t, drafts }),
      }),
    json: () => drafts.map(({ id, savedAt, content }) => ({ id, saved_at: savedAt, ...content })),
  })
}

/** Forgets a draft: one's own, or `here` for the one of this browser. */
export async function removeDraft(x: Exchange): Promise<Answer> {
  const { id = '' } = x.params
  const personId = x.viewer.person?.id ?? null
  const isHere = id === 'here'
  if (!isHere && !(UUID.test(id) && personId)) return problem(404, 'draft.unknown', x.t(m.noSuchDraft))
  await inTransaction(x.db, (tx) =>
    forgetDraft(tx, { id: isHere ? null : id, key: isHere ? draftKeyOf(x) : null, personId }),
  )
  return done(x, {
    to: isHere ? '/submissions/new' : '/submissions/drafts',
    cookies: isHere ? [forgottenDraftCookie()] : [],
    json: () => ({ removed: true }),
  })
}
