import { defineSlice } from '#core/slice/define-slice.ts'
import { announceDueDecisions } from './announce-decisions.ts'
import { askForAgreements, askForVerdicts } from './ask-authors.ts'
import { entryTypes } from './decision-messages.ts'
import { personalData } from './personal-data.ts'

export const matters = defineSlice({
  name: 'matters',
  tables: [
    'matters',
    'works',
    'custody',
    'pending_decisions',
    'return_requests',
    'reviews',
    'answer_verdicts',
    'verdict_requests',
    'links',
    'follow_up_keys',
  ],
  readings: ['stays'],
  entryTypes,
  jobs: [
    { name: 'announce-decisions', everySeconds: 1, run: announceDueDecisions },
    { name: 'ask-for-agreements', everySeconds: 5, run: askForAgreements },
    { name: 'ask-for-verdicts', everySeconds: 60, run: askForVerdicts },
  ],
  personalData,
})
