import { z } from 'zod'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { invalidForm } from '#core/input/problems.ts'
import { decideSuggestion } from './decide-suggestion.ts'
import { findTranslation, type Translation } from './find-translation.ts'
import { m } from './messages.ts'
import { SuggestPage, type SuggestPageProps } from './pages/suggest-page.tsx'
import { partsShown } from './parts-shown.ts'
import { nameOfText, pathToText } from './published-text.ts'
import { suggestCorrection } from './suggest.ts'
import { volunteerOf } from './volunteer.ts'
import { writtenIn } from './written-in.ts'

/** What is shown, side by side with its original, for readers to say better. */
export async function showSuggestForm(x: Exchange): Promise<Answer> {
  const translation = await findTranslation(x.db, x.params.id)
  if (!translation?.shownAt) return problem(404, 'not-found', x.t(m.noSuch))
  const html = await suggestPage(x, translation, [])
  return show(x, { html: () => html, json: () => ({ translation: translation.id }) })
}

/** A reader’s wordings: those that differ from what is shown. */
export async function createSuggestions(x: Exchange): Promise<Answer> {
  const translation = await findTranslation(x.db, x.params.id)
  if (!translation?.shownAt) return problem(404, 'not-found', x.t(m.noSuch))
  const { written, problems } = writtenIn(x.form, x.t)
  if (problems.length > 0) return again(x, translation, problems)
  let kept = 0
  for (const { part, place, words } of written) {
    const suggestion = { translationId: translation.id, part, place, words }
    const outcome = await suggestCorrection(x.db, {
      ...suggestion,
      by: x.viewer.person?.id ?? null,
      now: x.now,
    })
    if (outcome === 'enough-for-now')
      return problem(429, 'translation.enough-suggestions', x.t(m.suggestEnough))
    if (outcome === 'kept') kept += 1
  }
  if (kept === 0) return again(x, translation, [{ field: 'suggestion', message: x.t(m.suggestNothing) }])
  return done(x, {
    to: `/translations/${translation.id}/suggestions/new?done=yes`,
    status: 201,
    json: () => ({ suggested: kept }),
  })
}

async function again(
  x: Exchange,
  translation: Translation,
  problems: SuggestPageProps['problems'],
): Promise<Answer> {
  const html = await suggestPage(x, translation, problems)
  return invalidForm(x, { id: 'suggestion.invalid', problems, html: () => html })
}

async function suggestPage(
  x: Exchange,
  translation: Translation,
  problems: SuggestPageProps['problems'],
): Promise<string> {
  const shown = await partsShown(x.db, translation.id)
  return x.page({
    title: x.t(m.suggestTitle),
    crumbs: [{ label: nameOfText(translation.original), href: pathToText(translation.original) }],
    isUnlisted: true,
    children: SuggestPage({
      t: x.t,
      translation,
      shown,
      typed: x.form,
      problems,
      isDone: x.query.done === 'yes',
    }),
  })
}

export const suggestionDecisionInput = z.object({ outcome: z.enum(['taken', 'left']) })

/** A translator takes a reader's wording, or leaves it. */
export async function createSuggestionDecision(x: Exchange): Promise<Answer> {
  const volunteer = await volunteerOf(x)
  const input = suggestionDecisionInput.safeParse(x.form)
  const id = z.uuid().safeParse(x.params.id)
  if (!volunteer || !id.success) return problem(404, 'not-found', x.t(m.noSuch))
  if (!input.success) return problem(422, 'suggestion.invalid', x.t(m.problems))
  const { outcome } = input.data
  const decided = await decideSuggestion(x.db, { id: id.data, outcome, by: volunteer, now: x.now })
  if (decided === 'gone') return problem(404, 'not-found', x.t(m.noSuch))
  if (decided === 'not-your-language')
    return problem(403, 'translation.not-your-language', x.t(m.notYourLanguage))
  if (decided === 'your-own-work') return problem(403, 'translation.your-own-work', x.t(m.reviewYourOwn))
  if (decided === 'decided-already') return problem(409, 'suggestion.decided-already', x.t(m.decidedAlready))
  const back = typeof x.form.translation === 'string' ? z.uuid().safeParse(x.form.translation) : null
  return done(x, {
    to: back?.success ? `/translations/${back.data}` : '/translations',
    json: () => ({ outcome }),
  })
}
