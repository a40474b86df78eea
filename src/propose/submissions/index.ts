import { defineSlice } from '#core/slice/define-slice.ts'

export type { Listed } from './asked-submissions.ts'
export { askForKeyAgain } from './author.ts'
export { findVisibleStory } from './find-story.ts'
export { findVisibleSubmission } from './find-submission.ts'
export { type Author, type HandIn, type HandInOutcome, handInSubmission } from './hand-in-submission.ts'
export { importSubmissions } from './import-submissions.ts'
export { AUTHORSHIPS, KINDS } from './input.ts'
export { countTry, takeBackTry } from './key-throttle.ts'
export { languageOf, languageSaid } from './language-of.ts'
export { listSubmissions } from './list-submissions.ts'
export { type OwnSubmission, ownSubmissions, submissionsAwaiting } from './own-submissions.ts'
export { LanguageField } from './pages/language-field.tsx'
export { ListedItem } from './pages/listed-item.tsx'
export { OwnSubmissionItem } from './pages/own-submission-item.tsx'
export { requestReview } from './request-review.ts'
export { storeSubmissions } from './store-submissions.ts'
export { stateOf } from './story.ts'
export { withdrawSubmission } from './withdraw-submission.ts'

import { eraseWords } from './erase-words.ts'
import { forgetAddresses } from './forget-addresses.ts'
import { forgetOldTries } from './key-throttle.ts'
import { KIND_MESSAGES, m } from './messages.ts'
import { noteLate } from './note-late.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { findAlsoBy, partsOf } from './said-in-words.ts'
import { renderStoryLive } from './story.ts'
import { tellOfLetters } from './tell-of-letters.ts'

const pathTo = (number: number) => `/submissions/${number}`
const ownWords = { path: pathTo, eraseWords, partsOf, findAlsoBy }

/** Submissions: words handed in, and their story to a reasoned end. */
export const submissions = defineSlice({
  name: 'submissions',
  collects: 'handing-in',
  tables: [
    'submissions',
    'submission_authors',
    'submission_signatures',
    'withdrawals',
    'letters',
    'key_tries',
    'listed_submissions',
  ],
  readings: ['submissions_to_list'],
  kinds: {
    idea: { sort: 'matter', title: KIND_MESSAGES.idea.name, ...ownWords },
    question: { sort: 'matter', title: KIND_MESSAGES.question.name, ...ownWords },
    motion: { sort: 'matter', title: KIND_MESSAGES.motion.name, ...ownWords },
    challenge: { sort: 'matter', title: KIND_MESSAGES.challenge.name, ...ownWords },
  },
  routes,
  live: { story: renderStoryLive },
  entryTypes: { 'submission.handed-in': m.entryHandedIn },
  jobs: [
    { name: 'note-late', everySeconds: 60, run: ({ db, clock }) => noteLate(db, clock.now()) },
    { name: 'tell-of-letters', everySeconds: 5, run: tellOfLetters },
    {
      name: 'forget-addresses',
      everySeconds: 3_600,
      run: ({ db, clock }) => forgetAddresses(db, clock.now()),
    },
    {
      name: 'forget-key-tries',
      everySeconds: 300,
      run: ({ db, clock }) => forgetOldTries(db, clock.now()),
    },
  ],
  personalData,
  navigation: [
    { where: 'top', label: m.submissions, href: '/submissions', section: 'submissions' },
    { where: 'top', label: m.navigation, href: '/submissions/new', section: 'hand-in' },
    { where: 'you', label: m.draftsTitle, href: '/submissions/drafts' },
  ],
})
