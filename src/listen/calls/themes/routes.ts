import { z } from 'zod'
import { anyone, holdersOf } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { choiceAnswer, choiceInput, createChoice, removeChoice, showChoiceForm } from './choice-acts.ts'
import { createCode, showNextToCode } from './code-next-answer.ts'
import { createClosing, createSample, showCoding } from './coding-acts.ts'
import { codeInput, drawInput, samplesJson } from './coding-input.ts'
import { createRun, runJson, showRun } from './runs.ts'
import { showTheme, showThemeDesk, themeJson } from './show-theme.ts'
import { showThemes, themesJson } from './show-themes.ts'
import {
  createIndependence,
  createMerger,
  createMove,
  createName,
  createQuotation,
  createUndoing,
  removeQuotation,
  showQuoteForm,
} from './theme-acts.ts'
import {
  mergeInput,
  moveInput,
  nameInput,
  quoteInput,
  raiseInput,
  stepAnswer,
  undoInput,
  unquoteInput,
} from './theme-input.ts'

const team = holdersOf('clerk', 'theme-team')
const clerks = holdersOf('clerk')

/** A step of the team: the same handler for the page and for a program. */
function step(
  path: string,
  handler: Route['handler'],
  { summary, body }: { summary: string; body: z.ZodType },
): Route {
  const api = { summary, scope: 'desk:write', body, answers: { 201: stepAnswer } }
  return post(path, { policy: team, handler, isPrivate: true, api })
}

const ofTheTeam: readonly Route[] = [
  get('/themes/:number/desk', { policy: team, handler: showThemeDesk, isPrivate: true }),
  get('/themes/:number/quotations/new', { policy: team, handler: showQuoteForm, isPrivate: true }),
  step('/themes/:number/name', createName, { summary: 'Name a theme', body: nameInput }),
  step('/themes/:number/moves', createMove, {
    summary: 'Move answers to another theme, or make them one',
    body: moveInput,
  }),
  step('/themes/:number/merger', createMerger, { summary: 'Join a theme with another', body: mergeInput }),
  step('/themes/:number/independence', createIndependence, {
    summary: 'Make a part a theme of its own',
    body: raiseInput,
  }),
  step('/themes/:number/undoing', createUndoing, {
    summary: 'Undo the last step about a theme',
    body: undoInput,
  }),
  step('/themes/:number/quotations', createQuotation, {
    summary: 'Quote a passage of an answer',
    body: quoteInput,
  }),
  step('/themes/:number/quotations/removal', removeQuotation, {
    summary: 'Take a quotation off',
    body: unquoteInput,
  }),
  post('/calls/:number/themes/runs', {
    policy: team,
    handler: createRun,
    isPrivate: true,
    api: {
      summary: 'Have the themes of a call computed',
      scope: 'desk:write',
      body: z.object({ question: z.number().optional() }),
      answers: { 201: z.object({ run: z.string() }) },
    },
  }),
  post('/calls/:number/themes/coding', {
    policy: team,
    handler: createSample,
    isPrivate: true,
    api: {
      summary: 'Draw a sample of answers to be coded',
      scope: 'desk:write',
      body: drawInput,
      answers: { 201: z.object({ sample: z.string() }) },
    },
  }),
  get('/calls/:number/themes/coding/:id', { policy: team, handler: showNextToCode, isPrivate: true }),
  post('/calls/:number/themes/coding/:id/codes', {
    policy: team,
    handler: createCode,
    isPrivate: true,
    api: {
      summary: 'Code one answer of a sample',
      scope: 'desk:write',
      body: codeInput,
      answers: { 201: z.object({ coded: z.number() }) },
    },
  }),
  post('/calls/:number/themes/coding/:id/closing', { policy: team, handler: createClosing, isPrivate: true }),
]

/** The public choice, of a theme and of one answer. */
function choiceOf(path: string, what: string): readonly Route[] {
  return [
    get(`${path}/choice`, { policy: clerks, handler: showChoiceForm, isPrivate: true }),
    post(`${path}/choice`, {
      policy: clerks,
      handler: createChoice,
      isPrivate: true,
      api: {
        summary: `Say what the body does with ${what}, and why`,
        scope: 'desk:write',
        body: choiceInput,
        answers: { 201: choiceAnswer },
      },
    }),
    post(`${path}/choice/withdrawal`, { policy: clerks, handler: removeChoice, isPrivate: true }),
  ]
}

/** Themes: read by everybody, decided by the team, answered by the body. */
export const themeRoutes: readonly Route[] = [
  get('/calls/:number/themes', {
    policy: anyone,
    handler: showThemes,
    api: { summary: 'The themes of a call', answers: { 200: themesJson } },
  }),
  get('/calls/:number/themes/coding', {
    policy: anyone,
    handler: showCoding,
    isPrivate: true,
    api: { summary: 'How far people agree about a call', answers: { 200: samplesJson } },
  }),
  get('/calls/:number/themes/runs/:id', {
    policy: anyone,
    handler: showRun,
    api: { summary: 'How far a computation of themes is', answers: { 200: runJson } },
  }),
  get('/themes/:number', {
    policy: anyone,
    handler: showTheme,
    api: { summary: 'One theme with its answers', answers: { 200: themeJson } },
  }),
  ...ofTheTeam,
  ...choiceOf('/themes/:number', 'a theme'),
  ...choiceOf('/answers/:number', 'one answer'),
]
