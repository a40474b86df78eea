import { z } from 'zod'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { words } from '#core/input/text.ts'
import { findTranslation, handsIn, isOffered, type Translation, workOf } from './find-translation.ts'
import { m } from './messages.ts'
import { offerTranslation } from './offer-translation.ts'
import { openSuggestions } from './open-suggestions.ts'
import { WorkPage, type WorkPageProps } from './pages/work-page.tsx'
import { mayReview, mayTranslate, type Volunteer } from './policy.ts'
import { reviewTranslation } from './review-translation.ts'
import { saveSegments } from './save-segments.ts'
import { volunteerOf } from './volunteer.ts'
import { writtenIn } from './written-in.ts'

interface AtWork {
  volunteer: Volunteer
  translation: Translation
}

/** The translation and who asks, if it is in one of their languages. */
async function atWork(x: Exchange): Promise<AtWork | Answer> {
  const [volunteer, translation] = await Promise.all([volunteerOf(x), findTranslation(x.db, x.params.id)])
  if (!volunteer || !translation) return problem(404, 'not-found', x.t(m.noSuch))
  if (mayTranslate(volunteer, translation.language) !== 'allowed')
    return problem(403, 'translation.not-your-language', x.t(m.notYourLanguage))
  return { volunteer, translation }
}

/** Original and translation side by side, paragraph by paragraph. */
export async function showWork(x: Exchange): Promise<Answer> {
  const found = await atWork(x)
  if ('kind' in found) return found
  const told = typeof x.query.done === 'string' ? x.query.done : null
  const html = await workPage(x, found, { problems: [], told })
  return show(x, { html: () => html, json: () => workAsJson(found) })
}

function workAsJson({ translation: { id, language, original, shownAs } }: AtWork) {
  const { number, slug } = original
  return { translation: id, language, number, notice: slug, shown_as: shownAs, parts: original.parts }
}

/** Keeps what was written; with `next=offer`, has the whole of it read by another person. */
export async function keepWork(x: Exchange): Promise<Answer> {
  const found = await atWork(x)
  if ('kind' in found) return found
  const { id } = found.translation
  const { written, problems } = writtenIn(x.form, x.t)
  const seen = Number(x.form.seen)
  const seenAt = Number.isSafeInteger(seen) && seen > 0 ? new Date(Math.min(seen, x.now.getTime())) : x.now
  const saved = await saveSegments(x.db, { id, written, by: found.volunteer.id, seenAt, now: x.now })
  if (!saved) return problem(404, 'not-found', x.t(m.noSuch))
  if (problems.length > 0) return workAgain(x, found, problems)
  if (x.form.next === 'offer') return offer(x, found)
  const told = saved.keptOfOthers > 0 ? 'kept-others' : 'kept'
  return done(x, {
    to: `/translations/${id}?done=${told}`,
    json: () => ({ saved: saved.saved, kept_of_others: saved.keptOfOthers, seen: x.now.getTime() }),
  })
}

async function offer(x: Exchange, found: AtWork): Promise<Answer> {
  const { id } = found.translation
  const outcome = await offerTranslation(x.db, { id, by: found.volunteer.id, now: x.now })
  if (outcome === 'gone') return problem(404, 'not-found', x.t(m.noSuch))
  if (outcome === 'not-all-there')
    return workAgain(x, found, [{ field: 'workbench', message: x.t(m.notAllThere) }])
  return done(x, { to: `/translations/${id}?done=offered`, json: () => ({ offered: true }) })
}

async function workAgain(x: Exchange, found: AtWork, problems: WorkPageProps['problems']): Promise<Answer> {
  const html = await workPage(x, found, { problems, told: null })
  return invalidForm(x, { id: 'translation.invalid', problems, html: () => html })
}

async function workPage(
  x: Exchange,
  { volunteer, translation }: AtWork,
  { problems, told }: Pick<WorkPageProps, 'problems'> & { told: string | null },
): Promise<string> {
  const [work, suggestions] = await Promise.all([
    workOf(x.db, translation),
    openSuggestions(x.db, translation.id),
  ])
  const { language } = translation
  const may = mayReview(volunteer, {
    language,
    isOffered: isOffered(translation),
    hands: handsIn(translation, work),
  })
  const children = WorkPage({
    t: x.t,
    now: x.now,
    translation,
    work,
    suggestions,
    may,
    typed: x.form,
    problems,
    told,
  })
  return x.page({
    title: x.t(m.title),
    crumbs: [{ label: x.t(m.title), href: `/translations?to=${language}` }],
    isUnlisted: true,
    islands: ['translate'],
    children,
  })
}

export const reviewInput = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('shown') }),
  z.object({ outcome: z.literal('returned'), note: words(1_000, m.returnNoteMissing.id) }),
])

/** Another person read it. */
export async function createReview(x: Exchange): Promise<Answer> {
  const found = await atWork(x)
  if ('kind' in found) return found
  const input = reviewInput.safeParse(x.form)
  if (!input.success) return workAgain(x, found, problemsOf(input.error, x.t))
  const { id, language } = found.translation
  const outcome =
    input.data.outcome === 'shown'
      ? { is: 'shown' as const }
      : { is: 'returned' as const, note: input.data.note }
  const reviewed = await reviewTranslation(x.db, { id, by: found.volunteer, outcome, now: x.now })
  switch (reviewed) {
    case 'done':
      return done(x, { to: `/translations?to=${language}`, json: () => ({ outcome: outcome.is }) })
    case 'gone':
      return problem(404, 'not-found', x.t(m.noSuch))
    case 'not-your-language':
      return problem(403, 'translation.not-your-language', x.t(m.notYourLanguage))
    case 'your-own-work':
      return problem(403, 'translation.your-own-work', x.t(m.reviewYourOwn))
    case 'not-offered':
      return problem(409, 'translation.not-offered', x.t(m.reviewNotOffered))
    case 'changed-since':
      return problem(409, 'translation.changed-since', x.t(m.reviewChanged))
  }
}
