import { defineSlice } from '#core/slice/define-slice.ts'

export { announceCall, type NewCall, type NewQuestion } from './announce-call.ts'
export { type Audience, type Call, type Option, type Question, type QuestionKind, stateOf } from './call.ts'
export { callToRead } from './call-in-language.ts'
export { MOST_CHARACTERS, problemsWith } from './check-answer.ts'
export { claimAnswer } from './claim-answer.ts'
export { crumbOf } from './crumb-of.ts'
export { findVisibleAnswer, type SeenAnswer } from './find-answer.ts'
export { callById, findVisibleCall } from './find-call.ts'
export { importAnswers } from './import-answers.ts'
export {
  type AnswerAuthor,
  type AnswerProblem,
  type AnswerRoute,
  type NewAnswer,
  type NewMark,
  ROUTES,
  type Standing,
  type TakeInOutcome,
  type TakenIn,
} from './new-answer.ts'
export { noticeOfCall } from './notice-of-call.ts'
export { screenUpTo } from './open-data/screen-answers.ts'
export { answersAwaiting, type OwnAnswer, ownAnswers } from './own-answers.ts'
export { OwnAnswerItem } from './pages/own-answer-item.tsx'
export { mayKeepCall, mayReadAnswers } from './policy.ts'
export { bringInThemes } from './result/bring-in-themes.ts'
export { publishResult } from './result/publish-result.ts'
export { holdsOffice, standingOf } from './standing.ts'
export { takeInAnswer, takeInAnswers } from './take-in-answer.ts'
export { type AnswerSteps, answerSteps } from './themes/answer-steps.ts'
export { askForThemes } from './themes/ask-for-themes.ts'
export { type CallLink, offerOnCalls } from './ways-in.ts'
export { takeBack } from './withdraw-answer.ts'

import { openAnswerAsAuthor } from './answer-author.ts'
import { pathToAnswer, pathToCall } from './call.ts'
import { partsOf } from './call-in-language.ts'
import { tellOfChoices } from './choice-letters/tell-of-choices.ts'
import { noteClosings, tellOfAnswers } from './close-calls.ts'
import { eraseCallWords, eraseWords } from './erase-words.ts'
import { filesFor } from './files-for.ts'
import { m } from './messages.ts'
import { personalData } from './personal-data.ts'
import { resultPart } from './result/result-part.ts'
import { live, routes } from './routes.ts'
import { entryTypes as themeEntryTypes } from './themes/messages.ts'
import { themePersonalData } from './themes/personal-data.ts'
import { themeRoutes } from './themes/routes.ts'
import { themeJobs, themeKinds, themeLive, themeTables } from './themes/slice-part.ts'

/** Calls for input: a body asks, anyone answers, everyone sees what came of it. */
export const calls = defineSlice({
  name: 'calls',
  collects: 'work-of-officers',
  tables: [
    'calls',
    'call_drafts',
    'call_extensions',
    'call_closings',
    'call_questions',
    'call_options',
    'answers',
    'answer_words',
    'answer_marks',
    'answer_authors',
    'answer_signatures',
    'choices_to_tell',
    ...themeTables,
    ...resultPart.tables,
  ],
  kinds: {
    call: {
      sort: 'matter',
      title: m.kindCall,
      path: pathToCall,
      eraseWords: eraseCallWords,
      partsOf,
      decidedAt: pathToCall,
    },
    answer: {
      sort: 'matter',
      title: m.kindAnswer,
      path: pathToAnswer,
      eraseWords,
      filesFor,
      openAsAuthor: openAnswerAsAuthor,
    },
    ...themeKinds,
  },
  entryTypes: {
    'call.announced': m.entryAnnounced,
    'call.closed': m.entryClosed,
    'call.kept-open': m.entryExtended,
    'answer.handed-in': m.entryAnswered,
    'answer.withdrawn': m.entryWithdrawn,
    ...resultPart.entryTypes,
    ...themeEntryTypes,
  },
  routes: [...routes, ...themeRoutes, ...resultPart.routes],
  live: { ...live, ...themeLive },
  jobs: [
    { name: 'note-closings', everySeconds: 1, run: noteClosings },
    { name: 'tell-of-answers', everySeconds: 3, run: tellOfAnswers },
    ...themeJobs,
    { name: 'tell-of-choices', everySeconds: 2, run: tellOfChoices },
    ...resultPart.jobs,
  ],
  readings: ['answers_in_themes'],
  personalData: [...personalData, ...themePersonalData, ...resultPart.personalData],
  navigation: [{ where: 'top', label: m.calls, href: '/calls', section: 'calls' }],
})
