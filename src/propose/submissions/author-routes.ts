import { anyone } from '#core/access/policy.ts'
import { get, type Route } from '#core/http/route.ts'
import { authorAct } from '#ground/matters/author-act.ts'
import {
  createAuthorAgreement,
  createLanguage,
  createReview,
  createVerdict,
  createWithdrawal,
} from './author-acts.ts'
import {
  agreementInput,
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
  authorAct('/submissions/:number/withdrawal', {
    handler: createWithdrawal,
    summary: 'Withdraw a submission before it is decided',
    body: withdrawalInput,
  }),
  authorAct('/submissions/:number/language', {
    handler: createLanguage,
    summary: 'Correct the language of the words',
    body: languageInput,
  }),
  get('/submissions/:number/letters', { policy: anyone, handler: showLetters, isPrivate: true }),
  authorAct('/submissions/:number/letters', {
    handler: createLetter,
    summary: 'Write to the clerk, or as the clerk to the author',
    body: letterInput,
    collects: 'letters',
  }),
  authorAct('/submissions/:number/review', {
    handler: createReview,
    summary: 'Ask, once, for another body to look again',
    body: reviewInput,
  }),
  authorAct('/submissions/:number/verdict', {
    handler: createVerdict,
    summary: 'Say whether an answer was one, from two weeks after it',
    body: verdictInput,
  }),
  authorAct('/submissions/:number/erasure', {
    handler: createWordsErasure,
    summary: 'Erase every word of its author, for good',
    body: wordsErasureInput,
  }),
  authorAct('/submissions/:number/agreement', {
    handler: createAuthorAgreement,
    summary: 'Agree that it goes back to a body that had it',
    body: agreementInput,
  }),
]
