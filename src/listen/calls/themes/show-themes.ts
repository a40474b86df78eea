import { z } from 'zod'
import { type Answer, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { isoSecond } from '#core/time/days.ts'
import { publishesAtLeast } from '#ground/notices/rules.ts'
import { crumbOf } from '../crumb-of.ts'
import { findCall, mayTheme, openQuestions, showsQuotations, type ThemedCall } from './call-with-themes.ts'
import { m } from './messages.ts'
import { type QuestionThemes, ThemesPage } from './pages/themes-page.tsx'
import { quotationsOf } from './quote-answer.ts'
import { runsOf } from './runs-of.ts'
import { samplesOf } from './samples-of.ts'
import { stancesOf } from './stances-of.ts'
import { withNamesIn } from './theme-in-language.ts'
import { themeAsJson, themeSchema } from './theme-json.ts'
import { figuresOf, themesOf } from './themes-of.ts'

export const themesJson = z.object({
  call: z.number(),
  published: z.string(),
  questions: z.array(
    z.object({
      place: z.number(),
      wording: z.string(),
      answers: z.number(),
      in_a_theme: z.number(),
      fits_none: z.number(),
      themes: z.array(themeSchema),
      unanswered: z.array(z.number()),
      computed: z.unknown(),
      agreement: z.array(z.unknown()),
    }),
  ),
})

/** The themes of a call: sizes, words, quotations, what became of each, and how they were computed. */
export async function showThemes(x: Exchange): Promise<Answer> {
  const found = await findCall(x)
  if (!found.ok) return found.answer
  const call = found.found
  const isTeam = mayTheme(x.viewer, call) === 'allowed'
  const isShown = isTeam || publishesAtLeast(call.publishes, 'counts')
  const questions = isShown
    ? await Promise.all(openQuestions(call).map((question) => themesOfQuestion(x, call, question)))
    : []
  const titled = await withNamesIn(
    x.db,
    x.language,
    questions.flatMap(({ themes }) => themes),
  )
  const read = questions.map((one) => ({
    ...one,
    themes: one.themes.map((theme) => titled.find(({ id }) => id === theme.id) ?? theme),
  }))
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.title),
        crumbs: [crumbOf(x.t, call)],
        children: ThemesPage({
          t: x.t,
          now: x.now,
          call,
          questions: read,
          isTeam,
          isShown,
          once: unorderedId(),
        }),
      }),
    json: () => asJson(x, call, questions),
    cache: isTeam ? undefined : 'public',
  })
}

async function themesOfQuestion(
  x: Exchange,
  call: ThemedCall,
  question: ThemedCall['questions'][number],
): Promise<QuestionThemes> {
  const { db } = x
  const [all, figures, runs, samples, stances] = await Promise.all([
    themesOf(db, question.id),
    figuresOf(db, question.id),
    runsOf(db, question.id),
    samplesOf(db, question.id),
    stancesOf(db, { questionId: question.id }),
  ])
  const themes = publishesAtLeast(call.publishes, 'quotations')
    ? all
    : all.map((theme) => ({ ...theme, words: [] }))
  const quotations = showsQuotations(call)
    ? await quotationsOf(
        db,
        themes.map(({ id }) => id),
      )
    : new Map()
  return { question, themes, figures, runs, samples, stances, quotations }
}

function asJson(
  x: Exchange,
  call: ThemedCall,
  questions: readonly QuestionThemes[],
): z.infer<typeof themesJson> {
  const isDue = `${call.promisedOn}T24:00:00Z` <= isoSecond(x.now)
  return {
    call: call.number,
    published: call.publishes,
    questions: questions.map(({ question, themes, figures, runs, samples, quotations }) => ({
      place: question.place,
      wording: question.wording,
      answers: figures.readable,
      in_a_theme: figures.placed,
      fits_none: figures.fitsNone,
      themes: themes.map((theme) =>
        themeAsJson(x, theme, { all: themes, quotations: quotations.get(theme.id) ?? [] }),
      ),
      unanswered: isDue
        ? themes
            .filter(({ decision, parentId }) => !decision && parentId === null)
            .map(({ number }) => number)
        : [],
      computed: runs.last && { run: runs.last.id, ...runs.last.figures },
      agreement: samples.flatMap(({ agreement }) => agreement ?? []),
    })),
  }
}
