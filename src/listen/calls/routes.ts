import { z } from 'zod'
import { anyone, holdersOf } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { UPLOADS } from '#ground/attachments/make-attachments.ts'
import { authorAct } from '#ground/matters/author-act.ts'
import { answerTaken, createAnswer, createAnswerDraft, showAnswerForm } from './answer.ts'
import { agreementInput, createAgreement, createErasure, createWithdrawal } from './answer-author.ts'
import { removeAnswerDraft } from './answer-draft.ts'
import { answerInput } from './answer-input.ts'
import { previewAnswer } from './answer-preview.ts'
import { announcedJson, createCall, showCallDraft, showNewCall } from './call-form.ts'
import { callInput } from './call-input.ts'
import { createExtension, extendedJson, extensionInput, showExtensionForm } from './extension.ts'
import { answerJson, sendAnswerFeed, showAnswer } from './show-answer.ts'
import { callJson, renderCallLive, sendCallFeed, showCall } from './show-call.ts'
import { callsJson, sendCallsFeed, showCalls } from './show-calls.ts'

export const live = { call: renderCallLive }

const key = z.string().optional()

const ofItsAuthor: readonly Route[] = [
  authorAct('/answers/:number/withdrawal', {
    handler: createWithdrawal,
    summary: 'Withdraw an answer to a call',
    body: z.object({ key }),
    collects: 'call',
  }),
  authorAct('/answers/:number/erasure', {
    handler: createErasure,
    summary: 'Erase every word of an answer, for good',
    body: z.object({ key }),
    collects: 'call',
  }),
  authorAct('/answers/:number/agreement', {
    handler: createAgreement,
    summary: 'Say yes or no to a notice that asks more than before',
    body: agreementInput.extend({ key }),
    collects: 'call',
  }),
]

export const routes: readonly Route[] = [
  get('/calls', {
    policy: anyone,
    handler: showCalls,
    api: { summary: 'Calls for input: open, coming, finished', answers: { 200: callsJson } },
  }),
  get('/calls.atom', { policy: anyone, handler: sendCallsFeed }),
  get('/calls/new', { policy: holdersOf('clerk'), handler: showNewCall, isPrivate: true }),
  get('/calls/drafts/:id', { policy: holdersOf('clerk'), handler: showCallDraft, isPrivate: true }),
  post('/calls', {
    policy: holdersOf('clerk'),
    handler: createCall,
    collects: 'work-of-officers',
    api: {
      summary: 'Announce a call; its questions as question-1-kind, question-1-wording, question-1-options …',
      scope: 'decisions:write',
      body: callInput.catchall(z.unknown()),
      answers: { 201: announcedJson },
    },
  }),
  get('/calls/:number.atom', { policy: anyone, handler: sendCallFeed }),
  get('/calls/:number', {
    policy: anyone,
    handler: showCall,
    api: { summary: 'A call with its questions', answers: { 200: callJson } },
  }),
  get('/calls/:number/extension', {
    policy: holdersOf('clerk'),
    handler: showExtensionForm,
    isPrivate: true,
  }),
  post('/calls/:number/extension', {
    policy: holdersOf('clerk'),
    handler: createExtension,
    collects: 'work-of-officers',
    api: {
      summary: 'Keep a call open longer, with a reason',
      scope: 'decisions:write',
      body: extensionInput,
      answers: { 201: extendedJson },
    },
  }),
  get('/calls/:number/answer', { policy: anyone, handler: showAnswerForm, isPrivate: true }),
  post('/calls/:number/preview', {
    policy: anyone,
    handler: previewAnswer,
    isPrivate: true,
    collects: 'call',
    uploads: UPLOADS,
  }),
  post('/calls/:number/drafts', {
    policy: anyone,
    handler: createAnswerDraft,
    isPrivate: true,
    collects: 'call',
    uploads: UPLOADS,
  }),
  post('/calls/:number/drafts/:id/removal', {
    policy: anyone,
    handler: removeAnswerDraft,
    isPrivate: true,
    collects: 'call',
  }),
  post('/calls/:number/answer', {
    policy: anyone,
    handler: createAnswer,
    collects: 'call',
    uploads: UPLOADS,
    isOpenToFloods: true,
    api: {
      summary:
        'Answer a call: q1 for its first question (words, places of options, a unit), q3-2 for the second statement of its third',
      scope: 'submissions:write',
      body: answerInput,
      answers: { 201: answerTaken },
    },
  }),
  get('/answers/:number.atom', { policy: anyone, handler: sendAnswerFeed }),
  get('/answers/:number', {
    policy: anyone,
    handler: showAnswer,
    api: { summary: 'An answer to a call, and what became of it', answers: { 200: answerJson } },
  }),
  ...ofItsAuthor,
]
