import { z } from 'zod'
import { anyone, holdersOf, signedIn } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { UPLOADS } from '#ground/attachments/make-attachments.ts'
import { decisionAnswer, decisionInput } from '#ground/matters/input.ts'
import { openReceipt } from './author.ts'
import {
  createAuthorAgreement,
  createLanguage,
  createReview,
  createVerdict,
  createWithdrawal,
} from './author-acts.ts'
import {
  agreementInput,
  authorAnswer,
  languageInput,
  letterInput,
  reviewInput,
  verdictInput,
  withdrawalInput,
} from './author-input.ts'
import { createDecision, showDecisionForm } from './decision.ts'
import { createConsideration } from './decision-consideration.ts'
import { createDecisionWithdrawal } from './decision-withdrawal.ts'
import { createDraft, removeDraft, showDrafts } from './draft.ts'
import { createWordsErasure, wordsErasureInput } from './erase-own-words.ts'
import { createSubmission, showHandInForm } from './hand-in.ts'
import { handInInput } from './input.ts'
import { createLetter, showLetters } from './letters.ts'
import { listJson, sendSubmissionsFeed, showSubmissions } from './list.ts'
import { listQuery } from './list-input.ts'
import { showPreview } from './preview.ts'
import { provenanceJson, showProvenance } from './provenance.ts'
import { showSubmission, storyJson } from './story.ts'
import { sendStoryFeed } from './story-feed.ts'

const receipt = z.object({
  number: z.number(),
  key: z.string().optional(),
  promise: z.string(),
  proof_url: z.string(),
})

/** Done by the author alone, who is known by their account or by the follow-up key in the body. */
const ofItsAuthor: readonly Route[] = [
  post('/submissions/:number/withdrawal', {
    policy: anyone,
    handler: createWithdrawal,
    isPrivate: true,
    api: {
      summary: 'Withdraw a submission before it is decided',
      scope: 'submissions:write',
      body: withdrawalInput,
      answers: { 200: authorAnswer },
    },
  }),
  post('/submissions/:number/language', {
    policy: anyone,
    handler: createLanguage,
    isPrivate: true,
    api: {
      summary: 'Correct the language of the words',
      scope: 'submissions:write',
      body: languageInput,
      answers: { 200: authorAnswer },
    },
  }),
  get('/submissions/:number/letters', { policy: anyone, handler: showLetters, isPrivate: true }),
  post('/submissions/:number/letters', {
    policy: anyone,
    handler: createLetter,
    collects: 'letters',
    isPrivate: true,
    api: {
      summary: 'Write to the clerk, or as the clerk to the author',
      scope: 'submissions:write',
      body: letterInput,
      answers: { 200: authorAnswer },
    },
  }),
  post('/submissions/:number/review', {
    policy: anyone,
    handler: createReview,
    isPrivate: true,
    api: {
      summary: 'Ask, once, for another body to look again',
      scope: 'submissions:write',
      body: reviewInput,
      answers: { 200: authorAnswer },
    },
  }),
  post('/submissions/:number/verdict', {
    policy: anyone,
    handler: createVerdict,
    isPrivate: true,
    api: {
      summary: 'Say whether an answer was one, from two weeks after it',
      scope: 'submissions:write',
      body: verdictInput,
      answers: { 200: authorAnswer },
    },
  }),
  post('/submissions/:number/erasure', {
    policy: anyone,
    handler: createWordsErasure,
    isPrivate: true,
    api: {
      summary: 'Erase every word of its author, for good',
      scope: 'submissions:write',
      body: wordsErasureInput,
      answers: { 200: authorAnswer },
    },
  }),
  post('/submissions/:number/agreement', {
    policy: anyone,
    handler: createAuthorAgreement,
    isPrivate: true,
    api: {
      summary: 'Agree that it goes back to a body that had it',
      scope: 'submissions:write',
      body: agreementInput,
      answers: { 200: authorAnswer },
    },
  }),
]

export const routes: readonly Route[] = [
  get('/submissions/new', { policy: anyone, handler: showHandInForm, isPrivate: true }),
  post('/submissions', {
    policy: anyone,
    handler: createSubmission,
    isOpenToFloods: true,
    uploads: UPLOADS,
    api: {
      summary: 'Hand something in',
      scope: 'submissions:write',
      body: handInInput,
      answers: { 201: z.object({ number: z.number(), url: z.string(), receipt }) },
    },
  }),
  post('/submissions/preview', { policy: anyone, handler: showPreview, uploads: UPLOADS }),
  get('/submissions/drafts', { policy: signedIn, handler: showDrafts, isPrivate: true }),
  post('/submissions/drafts', { policy: anyone, handler: createDraft, uploads: UPLOADS }),
  post('/submissions/drafts/:id/removal', { policy: anyone, handler: removeDraft }),
  get('/submissions', {
    policy: anyone,
    handler: showSubmissions,
    api: {
      summary: 'Submissions, newest first, by words and filters',
      query: listQuery,
      answers: { 200: listJson },
    },
  }),
  get('/submissions.atom', { policy: anyone, handler: sendSubmissionsFeed }),
  get('/submissions/:number.atom', { policy: anyone, handler: sendStoryFeed }),
  get('/submissions/:number', {
    policy: anyone,
    handler: showSubmission,
    api: { summary: 'A submission with its story', answers: { 200: storyJson } },
  }),
  get('/submissions/:number/provenance', {
    policy: anyone,
    handler: showProvenance,
    api: {
      summary: 'What a submission came from and led to, six steps either way',
      answers: { 200: provenanceJson },
    },
  }),
  get('/submissions/:number/decision', {
    policy: holdersOf('clerk'),
    handler: showDecisionForm,
    isPrivate: true,
  }),
  post('/submissions/:number/decision', {
    policy: holdersOf('clerk'),
    handler: createDecision,
    api: {
      summary: 'Decide about a submission; it can be taken back for five minutes',
      scope: 'decisions:write',
      body: decisionInput,
      answers: { 201: decisionAnswer },
    },
  }),
  post('/submissions/:number/decision/withdrawal', {
    policy: holdersOf('clerk'),
    handler: createDecisionWithdrawal,
    api: {
      summary: 'Take a decision back before it is announced',
      scope: 'decisions:write',
      answers: { 200: z.object({ number: z.number(), withdrawn: z.literal(true) }) },
    },
  }),
  post('/submissions/:number/consideration', {
    policy: holdersOf('clerk'),
    handler: createConsideration,
    api: {
      summary: 'Say that the body has begun to consider a submission',
      scope: 'decisions:write',
      answers: { 200: z.object({ number: z.number(), state: z.literal('being-considered') }) },
    },
  }),
  post('/receipts/:number', { policy: anyone, handler: openReceipt, isPrivate: true, triesKeys: true }),
  ...ofItsAuthor,
]
