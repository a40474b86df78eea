import { anyone, holdersOf } from '#core/access/policy.ts'
import { get, post } from '#core/http/route.ts'
import { defineSlice } from '#core/slice/define-slice.ts'
import { createAppeal, createAppealDecision } from './appeal.ts'
import { createCaseDecision, createHold, showCase } from './case.ts'
import { carryOutFloods } from './decide-flood.ts'
import { eraseRemoved, eraseWordsAgain } from './erase-removed.ts'
import { createFloodDecision, showFloods } from './flood.ts'
import { entryTypes, m } from './messages.ts'
import { caseJson, countsJson, reportBody, reportedJson } from './moderation-json.ts'
import { personalData } from './personal-data.ts'
import { createReport, showReportForm } from './report.ts'
import { showDesk, showModeration } from './show-moderation.ts'
import { tellAuthors } from './tell-authors.ts'

/** Words that are held or reported: each case has a clock, a reason and an appeal. */
export const moderation = defineSlice({
  name: 'moderation',
  collects: 'reports',
  tables: [
    'moderation_cases',
    'moderation_appeals',
    'moderation_holds',
    'moderation_letters',
    'flood_decisions',
    'flood_decision_cases',
  ],
  routes: [
    get('/moderation', {
      policy: anyone,
      handler: showModeration,
      api: {
        summary: 'How often each reason to hold or remove words came up',
        answers: { 200: countsJson },
      },
    }),
    get('/moderation/desk', { policy: holdersOf('moderator'), handler: showDesk, isPrivate: true }),
    get('/moderation/reports/new', { policy: anyone, handler: showReportForm, isPrivate: true }),
    post('/moderation/reports', {
      policy: anyone,
      handler: createReport,
      api: {
        summary: 'Report the words of a matter; nobody is asked who they are',
        body: reportBody,
        answers: { 201: reportedJson },
      },
    }),
    get('/moderation/cases/:id', {
      policy: anyone,
      handler: showCase,
      isPrivate: true,
      api: {
        summary: 'A case about words: its reason, its clock, what became of it',
        answers: { 200: caseJson },
      },
    }),
    get('/moderation/floods', { policy: holdersOf('moderator'), handler: showFloods, isPrivate: true }),
    post('/moderation/floods', {
      policy: holdersOf('moderator'),
      handler: createFloodDecision,
      collects: 'work-of-officers',
    }),
    post('/moderation/cases/:id/hold', {
      policy: holdersOf('moderator'),
      handler: createHold,
      collects: 'work-of-officers',
    }),
    post('/moderation/cases/:id/decision', {
      policy: holdersOf('moderator'),
      handler: createCaseDecision,
      collects: 'work-of-officers',
    }),
    post('/moderation/cases/:id/appeal', { policy: anyone, handler: createAppeal }),
    post('/moderation/cases/:id/appeal/decision', {
      policy: holdersOf('moderator'),
      handler: createAppealDecision,
      collects: 'work-of-officers',
    }),
  ],
  entryTypes,
  erasesAgain: { 'moderation.words': eraseWordsAgain },
  jobs: [
    { name: 'tell-authors-of-moderation', everySeconds: 5, run: tellAuthors },
    { name: 'carry-out-floods', everySeconds: 2, run: carryOutFloods },
    { name: 'erase-removed-words', everySeconds: 60, run: eraseRemoved },
  ],
  navigation: [
    { where: 'record', label: m.title, href: '/moderation' },
    { where: 'you', label: m.deskTitle, href: '/moderation/desk', roles: ['moderator'] },
  ],
  personalData,
})
