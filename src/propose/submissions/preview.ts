import { type Answer, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { similarTo } from '#ground/matters/similar-matters.ts'
import { checkHandIn } from './check-hand-in.ts'
import { handInAgain, handInForm } from './hand-in-form.ts'
import { handInInput } from './input.ts'
import { languageOf } from './language-of.ts'
import { keepLostSession, lostItsSession } from './lost-session.ts'
import { m } from './messages.ts'
import { PreviewPage } from './pages/preview-page.tsx'

const MOST_SIMILAR = 5

/** How it will read, and what is already in hand that reads much like it. Nothing is stored. */
export async function showPreview(x: Exchange): Promise<Answer> {
  if (x.wants === 'json') return problem(400, 'request.malformed', x.t(m.previewIsAPage))
  if (x.form.back) {
    const html = await handInForm(x, { typed: x.form })
    return show(x, { html: () => html, json: () => ({}) })
  }
  if (lostItsSession(x)) return keepLostSession(x)
  const check = await checkHandIn(x)
  if (!check.ok) return handInAgain(x, { problems: check.problems })
  const { input, body, onBehalfOf } = check
  const [language, similar] = await Promise.all([
    input.language ?? languageOf(`${input.title}\n${input.words}`, x.language),
    similarTo(x.db, { title: input.title, most: MOST_SIMILAR }),
  ])
  const by = x.viewer.person?.name ?? input.name ?? null
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.previewTitle),
        section: 'hand-in',
        isUnlisted: true,
        children: PreviewPage({ x, input, body, onBehalfOf, by, language, similar, sent: sentAgain(x) }),
      }),
    json: () => ({}),
  })
}

/** Every field as it was typed, to be sent again unseen. */
function sentAgain(x: Exchange): Record<string, string> {
  const names = [...Object.keys(handInInput.shape), 'once', 'draft', 'signed_in']
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = x.form[name]
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  )
}
