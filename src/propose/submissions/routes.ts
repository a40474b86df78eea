import { z } from 'zod'
import { anyone, holdersOf, signedIn } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { UPLOADS } from '#ground/attachments/make-attachments.ts'
import { decisionAnswer, decisionInput } from '#ground/matters/input.ts'
import { openReceipt } from './author.ts'
import { ofItsAuthor } from './author-routes.ts'
import { createDecision, showDecisionForm } from './decision.ts'
import { createConsideration } from './decision-consideration.ts'
import { createDecisionWithdrawal } from './decision-withdrawal.ts'
import { createDraft, removeDraft, showDrafts } from './draft.ts'
import { createSubmission, showHandInForm } from './hand-in.ts'
import { handInInput } from './input.ts'
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
