import { anyone } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
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
import { createWordsErasure, wordsErasureInput } from './erase-own-words.ts'
import { createLetter, showLetters } from './letters.ts'

/** Done by the author alone, who is known by their account or by the follow-up key in the body. */
export const ofItsAuthor: readonly Route[] = [
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
