import { z } from 'zod'
import { type Answer, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { isoSecond } from '#core/time/days.ts'
import { formsPresent } from '#ground/forms/forms-of.ts'
import { publishesAtLeast } from '#ground/notices/rules.ts'
import { saidIn } from '#ground/translations/said-in.ts'
import { translationsOf } from '#ground/translations/translations-of.ts'
import { crumbOf } from '../crumb-of.ts'
import {
  findTheme,
  findThemeOfTeam,
  mayChoose,
  mayTheme,
  showsQuotations,
  showsWords,
  type ThemeOfCall,
} from './call-with-themes.ts'
import { pendingFor } from './choose.ts'
import { m } from './messages.ts'
import { ThemeDeskPage } from './pages/theme-desk-page.tsx'
import { ThemePage } from './pages/theme-page.tsx'
import { crumbOfTheme, nameOf } from './pages/theme-words.tsx'
import { quotationsOf } from './quote-answer.ts'
import { stancesOf } from './stances-of.ts'
import { ANSWERS_A_PAGE, answersIn, stepsOf } from './theme-answers.ts'
import { withNamesIn } from './theme-in-language.ts'
import { themeAsJson, themeSchema } from './theme-json.ts'
import { themesOf } from './themes-of.ts'
import { lastStepOf } from './undo-step.ts'

export const themeJson = themeSchema.extend({
  call: z.number(),
  list: z.array(
    z.object({
      number: z.number(),
      words: z.string(),
      language: z.string(),
      put_by: z.string(),
      sure: z.number().nullable(),
    }),
  ),
  next: z.string().nullable(),
  story: z.array(z.object({ entry: z.string(), type: z.string(), at: z.string(), words: z.unknown() })),
})

/** One theme: its name, its words, what people say in it, what became of it, and every step. */
export async function showTheme(x: Exchange): Promise<Answer> {
  const found = await findTheme(x)
  if (!found.ok) return found.answer
  const { found: whole } = found
  const { number } = whole.theme
  const [told, translated, said, forms] = await Promise.all([
    factsOf(x, whole),
    translationsOf(x.db, { textId: whole.theme.id, language: x.language }),
    saidIn(x.db, x.language, [number]),
    formsPresent(x.db, whole.theme.id),
  ])
  const facts = await inReadersLanguage(x, told)
  const { theme, call } = facts
  const isTeam = mayTheme(x.viewer, call) === 'allowed'
  const page = {
    ...facts,
    t: x.t,
    translated,
    said,
    forms,
    isTeam,
    isClerk: mayChoose(x.viewer, call) === 'allowed',
  }
  return show(x, {
    html: () =>
      x.page({
        title: nameOf(x.t, theme),
        crumbs: crumbsOf(x, whole),
        children: ThemePage(page),
      }),
    json: () => asJson(x, facts),
    cache: isTeam ? undefined : 'public',
  })
}

/** Its name and those of the others as the reader reads them; the team's own pages have them as they were given. */
async function inReadersLanguage(x: Exchange, facts: ThemeFacts): Promise<ThemeFacts> {
  const [theme = facts.theme, ...all] = await withNamesIn(x.db, x.language, [facts.theme, ...facts.all])
  return { ...facts, theme, all }
}

/** The same for who decides about it, with the forms. */
export async function showThemeDesk(x: Exchange): Promise<Answer> {
  const found = await findThemeOfTeam(x)
  if (!found.ok) return found.answer
  const html = await themeDesk(x, found.found, [])
  return show(x, { html: () => html, json: () => ({}) })
}

export async function themeDesk(
  x: Exchange,
  found: ThemeOfCall,
  problems: readonly { field?: string; message: string }[],
): Promise<string> {
  const [facts, lastStep, pending] = await Promise.all([
    factsOf(x, found, { isForTeam: true }),
    lastStepOf(x.db, found.theme.id),
    pendingFor(x.db, { themeId: found.theme.id }),
  ])
  return x.page({
    title: nameOf(x.t, found.theme),
    crumbs: [...crumbsOf(x, found), crumbOfTheme(x.t, found.theme)],
    isUnlisted: true,
    children: ThemeDeskPage({
      ...facts,
      t: x.t,
      lastStep,
      pending,
      isClerk: mayChoose(x.viewer, found.call) === 'allowed',
      problems,
      typed: x.form,
      isDone: x.query.done === 'yes',
      once: unorderedId(),
    }),
  })
}

export type ThemeFacts = Awaited<ReturnType<typeof factsOf>>

async function factsOf(
  x: Exchange,
  { theme: whole, call, question }: ThemeOfCall,
  { isForTeam = false } = {},
) {
  const { db } = x
  const from = fromOf(x)
  const isReadable = isForTeam || showsWords(call)
  const isCounted = isForTeam || publishesAtLeast(call.publishes, 'counts')
  const isQuoted = showsQuotations(call)
  const [all, answers, quotations, steps, stances] = await Promise.all([
    themesOf(db, whole.questionId),
    isReadable ? answersIn(db, { themeId: whole.id, from }) : [],
    isQuoted ? quotationsOf(db, [whole.id]) : new Map(),
    stepsOf(db, whole.id),
    stancesOf(db, { themeId: whole.id }),
  ])
  const theme = {
    ...whole,
    words: isForTeam || isQuoted ? whole.words : [],
    size: isCounted ? whole.size : 0,
  }
  const quoted: { answer: number; passage: string; language: string }[] = quotations.get(whole.id) ?? []
  return { theme, call, question, all, answers, from, isReadable, quotations: quoted, steps, stances }
}

function fromOf(x: Exchange): number {
  const from = Number(x.query.from ?? x.form.from)
  return Number.isInteger(from) && from > 0 && from < 1e6 ? from : 0
}

function crumbsOf(x: Exchange, { call }: ThemeOfCall) {
  return [crumbOf(x.t, call), { label: x.t(m.title), href: `/calls/${call.number}/themes` }]
}

function asJson(x: Exchange, facts: ThemeFacts): z.infer<typeof themeJson> {
  const { theme, call, all, answers, from, quotations, steps } = facts
  const isMore = from + ANSWERS_A_PAGE < theme.size
  return {
    ...themeAsJson(x, theme, { all, quotations }),
    call: call.number,
    list: answers.map(({ number, words, language, putBy, sure }) => ({
      number,
      words,
      language,
      put_by: putBy,
      sure,
    })),
    next: isMore ? `/themes/${theme.number}?from=${from + ANSWERS_A_PAGE}` : null,
    story: steps.map(({ entryId, kind, at, words }) => ({
      entry: entryId,
      type: kind,
      at: isoSecond(at),
      words,
    })),
  }
}
