import type { z } from 'zod'
import type { DoneOnce } from '#core/db/once.ts'
import { type Answer, done, type FieldProblem, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { findThemeOfTeam, showsQuotations, type ThemeOfCall } from './call-with-themes.ts'
import { choiceMessages } from './choice-messages.ts'
import { mergeTheme } from './merge-themes.ts'
import { m } from './messages.ts'
import { moveAnswers, splitTheme } from './move-answers.ts'
import { nameTheme } from './name-theme.ts'
import { QuotePage } from './pages/quote-page.tsx'
import { crumbOfTheme } from './pages/theme-words.tsx'
import { quoteAnswer, unquoteAnswer } from './quote-answer.ts'
import { raiseTheme } from './raise-theme.ts'
import { themeDesk } from './show-theme.ts'
import { teamMessages } from './team-messages.ts'
import { answerWords } from './theme-answers.ts'
import {
  mergeInput,
  moveInput,
  nameInput,
  quoteInput,
  raiseInput,
  undoInput,
  unquoteInput,
} from './theme-input.ts'
import type { Changing, StepOutcome, StepRefusal } from './theme-step.ts'
import { themeNumbered } from './themes-of.ts'
import { undoStep } from './undo-step.ts'

/** What every refusal says, and the box it is about. */
const REFUSALS: Readonly<Record<StepRefusal, { field?: string; message: typeof teamMessages.itself }>> = {
  'changed-meanwhile': { message: teamMessages.changedMeanwhile },
  'no-such-theme': { field: 'into', message: teamMessages.noSuchOther },
  'other-question': { field: 'into', message: teamMessages.otherQuestion },
  itself: { field: 'into', message: teamMessages.itself },
  'answers-not-there': { message: teamMessages.answersNotThere },
  'no-answers': { message: teamMessages.noAnswers },
  'nothing-to-undo': { message: teamMessages.nothingToUndo },
  'not-the-last': { message: teamMessages.notTheLast },
  'not-a-part': { message: teamMessages.notAPart },
  'not-a-passage': { field: 'passage', message: teamMessages.notAPassage },
  'not-shown': { message: teamMessages.notShown },
  'already-quoted': { message: teamMessages.alreadyQuoted },
}
const CONFLICTS: readonly StepRefusal[] = [
  'changed-meanwhile',
  'answers-not-there',
  'not-the-last',
  'already-quoted',
]

export const createName = (x: Exchange) =>
  act(x, nameInput, (_, { name, about = '' }, changing) =>
    nameTheme(x.db, changing, { name, about, language: x.language }),
  )

/** Chosen answers go to another theme, or become one. */
export const createMove = (x: Exchange) =>
  act(x, moveInput, async ({ call }, { answers, to, new_name: name }, changing) => {
    const language = x.language
    if (name !== undefined)
      return splitTheme(x.db, changing, { answers, name, language, unitId: call.body.unitId })
    const other = to === undefined ? null : await themeNumbered(x.db, to)
    if (!other || other.endedAt || other.mergedInto) return refuse('no-such-theme')
    return moveAnswers(x.db, changing, { answers, to: other })
  })

export const createMerger = (x: Exchange) =>
  act(x, mergeInput, async (_, { into }, changing) => {
    const other = await themeNumbered(x.db, into)
    return other ? mergeTheme(x.db, changing, other) : refuse('no-such-theme')
  })

export const createIndependence = (x: Exchange) =>
  act(x, raiseInput, (_, __, changing) => raiseTheme(x.db, changing))

export const createUndoing = (x: Exchange) =>
  act(x, undoInput, (_, { step }, changing) => undoStep(x.db, changing, step))

export const createQuotation = (x: Exchange) =>
  act(x, quoteInput, async ({ call }, { answer, passage }, changing) =>
    showsQuotations(call) ? quoteAnswer(x.db, { ...changing, answer, passage }) : refuse('not-shown'),
  )

export const removeQuotation = (x: Exchange) =>
  act(x, unquoteInput, (_, { answer }, changing) => unquoteAnswer(x.db, { ...changing, answer }))

/** The words of one answer, to be cut down to what speaks for the theme. */
export async function showQuoteForm(x: Exchange): Promise<Answer> {
  const found = await findThemeOfTeam(x)
  if (!found.ok) return found.answer
  const { theme, call } = found.found
  const answer = await answerWords(x.db, { themeId: theme.id, number: Number(x.query.answer) || 0 })
  if (!answer || !showsQuotations(call)) return problem(404, 'not-found', x.t(choiceMessages.noSuchAnswer))
  return show(x, {
    html: () =>
      x.page({
        title: x.t(teamMessages.quote),
        crumbs: [{ ...crumbOfTheme(x.t, theme), href: `/themes/${theme.number}/desk` }],
        isUnlisted: true,
        children: QuotePage({ t: x.t, theme, answer, once: unorderedId() }),
      }),
    json: () => ({}),
  })
}

const refuse = (why: StepRefusal): DoneOnce<StepOutcome> => ({
  ok: true,
  result: { ok: false, why },
  isRepeat: false,
})

/** Every act of the team goes the same way: find, parse, change, and the desk again with what came of it. */
async function act<Input extends object>(
  x: Exchange,
  schema: z.ZodType<Input>,
  change: (found: ThemeOfCall, input: Input, changing: Changing) => Promise<DoneOnce<StepOutcome>>,
): Promise<Answer> {
  const found = await findThemeOfTeam(x)
  if (!found.ok) return found.answer
  const input = schema.safeParse(x.form)
  if (!input.success)
    return again(x, found.found, { problems: problemsOf(input.error, x.t), why: 'invalid', status: 422 })
  const by = x.viewer.person
  if (!by) throw new Error('whoever decides about a theme is somebody')
  const { theme, call } = found.found
  const request = { theme: theme.number, path: x.url, ...input.data }
  const changing: Changing = {
    theme,
    version: 'version' in input.data ? Number(input.data.version) : theme.version,
    bodyId: call.body.id,
    by: { id: by.id, name: by.name },
    once: { key: x.onceKey, asker: by.id, request, now: x.now },
  }
  const outcome = await change(found.found, input.data, changing)
  if (!outcome.ok) return keyReused(x)
  const { result } = outcome
  if (result.ok)
    return done(x, { to: pathAfter(x, theme.number), status: 201, json: () => ({ theme: theme.number }) })
  const { field, message } = REFUSALS[result.why]
  const status = CONFLICTS.includes(result.why) ? 409 : 422
  return again(x, found.found, {
    problems: [{ field: field ?? 'form', message: x.t(message) }],
    why: result.why,
    status,
  })
}

/** A theme that went into another is read from now on; others are gone on with. */
function pathAfter(x: Exchange, number: number): string {
  return x.url.endsWith('/merger') || x.url.endsWith('/undoing')
    ? `/themes/${number}`
    : `/themes/${number}/desk?done=yes`
}

interface Again {
  problems: FieldProblem[]
  why: string
  status: 409 | 422
}

async function again(x: Exchange, found: ThemeOfCall, { problems, why, status }: Again): Promise<Answer> {
  const id = `theme.${why}`
  if (x.wants === 'json')
    return { kind: 'problem', problem: { status, id, title: problems[0]?.message ?? '', fields: problems } }
  // What changed meanwhile is read anew, so that the next try is about what holds now.
  const fresh = await themeNumbered(x.db, found.theme.number)
  const isOver = !fresh || fresh.endedAt || fresh.mergedInto
  if (isOver) return problem(409, 'theme.over', x.t(m.themeIsOver, { number: found.theme.number }))
  const html = await themeDesk(
    x,
    { ...found, theme: fresh },
    problems.map(({ field, message }) => (field === 'form' ? { message } : { field, message })),
  )
  const answer = invalidForm(x, { id, problems, html: () => html })
  return answer.kind === 'page' ? { ...answer, status } : answer
}
