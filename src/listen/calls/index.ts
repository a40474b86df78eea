import { defineSlice } from '#core/slice/define-slice.ts'

export { announceCall, type NewCall, type NewQuestion } from './announce-call.ts'
export { type Audience, type Call, type Option, type Question, type QuestionKind, stateOf } from './call.ts'
export { MOST_CHARACTERS, problemsWith } from './check-answer.ts'
export { claimAnswer } from './claim-answer.ts'
export { callById, findVisibleCall } from './find-call.ts'
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
export { holdsOffice, standingOf } from './standing.ts'
export { takeInAnswer, takeInAnswers } from './take-in-answer.ts'
export { type AnswerSteps, answerSteps } from './themes/answer-steps.ts'

import { pathToAnswer, pathToCall } from './call.ts'
import { eraseWords } from './erase-words.ts'
import { m } from './messages.ts'
import { resultPart } from './result/result-part.ts'
import { entryTypes as themeEntryTypes } from './themes/messages.ts'
import { themePersonalData } from './themes/personal-data.ts'
import { themeRoutes } from './themes/routes.ts'
import { themeJobs, themeKinds, themeLive, themeTables } from './themes/slice-part.ts'

/** Calls for input: a body asks, anyone answers, everyone sees what came of it. */
export const calls = defineSlice({
  name: 'calls',
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
    ...themeTables,
    ...resultPart.tables,
  ],
  kinds: {
    call: { sort: 'matter', title: m.kindCall, path: pathToCall },
    answer: { sort: 'matter', title: m.kindAnswer, path: pathToAnswer, eraseWords },
    ...themeKinds,
  },
  routes: [...themeRoutes, ...resultPart.routes],
  live: themeLive,
  jobs: [...themeJobs, ...resultPart.jobs],
  readings: ['answers_in_themes'],
  personalData: [...themePersonalData, ...resultPart.personalData],
  entryTypes: {
    'call.announced': m.entryAnnounced,
    'call.closed': m.entryClosed,
    'call.kept-open': m.entryExtended,
    'answer.handed-in': m.entryAnswered,
    'answer.withdrawn': m.entryWithdrawn,
    ...resultPart.entryTypes,
    ...themeEntryTypes,
  },
})
