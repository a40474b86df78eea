import { z } from 'zod'
import { anyone, holdersOf } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import {
  beginInput,
  createTranslation,
  createWish,
  ofMatterJson,
  showOfMatter,
  showOfNotice,
  wishInput,
} from './of-matter.ts'
import { createLanguages, queueJson, queueQuery, showQueue } from './show-queue.ts'
import {
  createSuggestionDecision,
  createSuggestions,
  showSuggestForm,
  suggestionDecisionInput,
} from './suggestions.ts'
import { TRANSLATOR } from './volunteer.ts'
import { createReview, keepWork, reviewInput, showWork } from './workbench.ts'

const translators = holdersOf(TRANSLATOR)
const SCOPE = 'translations:write'

const forReaders: readonly Route[] = [
  get('/translations', {
    policy: anyone,
    handler: showQueue,
    api: {
      summary: 'What is translated into which language, and what there is to do',
      query: queueQuery,
      answers: { 200: queueJson },
    },
  }),
  get('/translations/of/:number', {
    policy: anyone,
    handler: showOfMatter,
    api: { summary: 'A matter in every language it is shown in', answers: { 200: ofMatterJson } },
  }),
  get('/translations/of/notices/:slug', {
    policy: anyone,
    handler: showOfNotice,
    api: { summary: 'A notice in every language it is shown in', answers: { 200: ofMatterJson } },
  }),
  post('/translations/wishes', {
    policy: anyone,
    handler: createWish,
    api: {
      summary: 'Wish for a language; counted, and nobody is noted',
      scope: SCOPE,
      body: wishInput,
      answers: { 200: z.object({ wished: z.string() }) },
    },
  }),
  get('/translations/:id/suggestions/new', { policy: anyone, handler: showSuggestForm, isPrivate: true }),
  post('/translations/:id/suggestions', {
    policy: anyone,
    handler: createSuggestions,
    api: {
      summary: 'Suggest better words for paragraphs: segment-<part>-<place>',
      scope: SCOPE,
      body: z.record(z.string(), z.string()),
      answers: { 201: z.object({ suggested: z.number() }) },
    },
  }),
]

const forTranslators: readonly Route[] = [
  post('/translations', {
    policy: translators,
    handler: createTranslation,
    api: {
      summary: 'Begin a translation, or go on with the one there is',
      scope: SCOPE,
      body: beginInput,
      answers: { 201: z.object({ translation: z.string() }) },
    },
  }),
  post('/translations/languages', { policy: translators, handler: createLanguages }),
  get('/translations/:id', { policy: translators, handler: showWork, isPrivate: true }),
  post('/translations/:id/segments', {
    policy: translators,
    handler: keepWork,
    api: {
      summary:
        'Keep paragraphs (segment-<part>-<place>); with next=offer, have the whole read by another person',
      scope: SCOPE,
      body: z.record(z.string(), z.string()),
      answers: {
        200: z.object({ saved: z.number(), kept_of_others: z.number(), seen: z.number() }).partial(),
      },
    },
  }),
  post('/translations/:id/review', {
    policy: translators,
    handler: createReview,
    api: {
      summary: 'Show what another translator wrote, or give it back',
      scope: SCOPE,
      body: reviewInput,
      answers: { 200: z.object({ outcome: z.string() }) },
    },
  }),
  post('/translations/suggestions/:id/decision', {
    policy: translators,
    handler: createSuggestionDecision,
    api: {
      summary: 'Take a reader’s words into a translation, or leave it as it is',
      scope: SCOPE,
      body: suggestionDecisionInput,
      answers: { 200: z.object({ outcome: z.string() }) },
    },
  }),
]

export const routes: readonly Route[] = [...forReaders, ...forTranslators]
