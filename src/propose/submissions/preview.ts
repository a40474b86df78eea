import { type Answer, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { draftCookie } from '#ground/drafts/draft-cookie.ts'
import { type Gathered, gatherFiles, heldFiles } from '#ground/drafts/draft-files.ts'
import type { KeptDraft } from '#ground/drafts/keep-draft.ts'
import { keepWithFiles } from '#ground/drafts/keep-draft-of.ts'
import { lostItsSession } from '#ground/drafts/lost-session.ts'
import { similarTo } from '#ground/matters/similar-matters.ts'
import { type Checked, checkHandIn } from './check-hand-in.ts'
import { HAND_IN_FORM } from './draft.ts'
import { handInAgain, handInForm, keepLostHandIn } from './hand-in-form.ts'
import { handInInput } from './input.ts'
import { languageSaid } from './language-of.ts'
import { m } from './messages.ts'
import { PreviewPage } from './pages/preview-page.tsx'

const MOST_SIMILAR = 5

/** How it will read, and what is already in hand that reads much like it. Only files that were chosen are kept meanwhile. */
export async function showPreview(x: Exchange): Promise<Answer> {
  if (x.wants === 'json') return problem(400, 'request.malformed', x.t(m.previewIsAPage))
  if (lostItsSession(x)) return keepLostHandIn(x)
  const gathered = await gatherFiles(x)
  const kept = await keepWithFiles(x, { form: HAND_IN_FORM, files: gathered.attachments })
  if (x.form.back) return backToTheForm(x, gathered, kept)
  const check = await checkHandIn(x)
  if (!check.ok || gathered.problems.length > 0) {
    const problems = [...(check.ok ? [] : check.problems), ...gathered.problems]
    return handInAgain(x, { problems, kept })
  }
  return preview(x, check, kept)
}

async function backToTheForm(
  x: Exchange,
  { problems }: Gathered,
  kept: KeptDraft | undefined,
): Promise<Answer> {
  if (problems.length > 0) return handInAgain(x, { problems, kept })
  const html = await handInForm(x, { typed: x.form, kept })
  return show(x, { html: () => html, json: () => ({}), cookies: cookiesOf(kept) })
}

async function preview(
  x: Exchange,
  { input, body, onBehalfOf }: Checked,
  kept: KeptDraft | undefined,
): Promise<Answer> {
  const [said, similar, held] = await Promise.all([
    languageSaid(input, x.language),
    similarTo(x.db, { title: input.title, most: MOST_SIMILAR }),
    kept ? heldFiles(x.db, { ...kept, personId: null }) : [],
  ])
  const by = x.viewer.person?.name ?? input.name ?? null
  const sent = sentAgain(x, kept)
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.previewTitle),
        section: 'hand-in',
        isUnlisted: true,
        children: PreviewPage({ x, input, body, onBehalfOf, by, said, similar, held, sent }),
      }),
    json: () => ({}),
    cookies: cookiesOf(kept),
  })
}

const cookiesOf = (kept: KeptDraft | undefined) => (kept ? [draftCookie(HAND_IN_FORM, kept.key)] : [])

/** Every field as it was typed, to be sent again unseen; the language stands on the page, to be corrected. */
function sentAgain(x: Exchange, kept: KeptDraft | undefined): Record<string, string> {
  const names = [...Object.keys(handInInput.shape), 'once', 'draft', 'signed_in'].filter(
    (name) => name !== 'language',
  )
  const typed: Record<string, unknown> = kept ? { ...x.form, draft: kept.id } : x.form
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = typed[name]
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  )
}
