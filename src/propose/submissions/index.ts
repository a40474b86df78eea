import { defineSlice } from '#core/slice/define-slice.ts'

export { type Author, handInSubmission } from './hand-in-submission.ts'
export { importSubmissions } from './import-submissions.ts'
export { AUTHORSHIPS, KINDS } from './input.ts'
export { type Listed, listSubmissions } from './list-submissions.ts'
export { ListedItem } from './pages/listed-item.tsx'

import { KIND_MESSAGES, m } from './messages.ts'
import { routes } from './routes.ts'
import { renderStoryLive } from './story.ts'
import { tellOfLetters } from './tell-of-letters.ts'

const pathTo = (number: number) => `/submissions/${number}`

/** Submissions: words handed in, and their story to a reasoned end. */
export const submissions = defineSlice({
  name: 'submissions',
  tables: [
    'submissions',
    'submission_authors',
    'submission_signatures',
    'submission_drafts',
    'withdrawals',
    'letters',
  ],
  kinds: {
    idea: { sort: 'matter', title: KIND_MESSAGES.idea.name, path: pathTo },
    question: { sort: 'matter', title: KIND_MESSAGES.question.name, path: pathTo },
    motion: { sort: 'matter', title: KIND_MESSAGES.motion.name, path: pathTo },
    challenge: { sort: 'matter', title: KIND_MESSAGES.challenge.name, path: pathTo },
  },
  routes,
  live: { story: renderStoryLive },
  jobs: [{ name: 'tell-of-letters', everySeconds: 5, run: tellOfLetters }],
  entryTypes: { 'submission.handed-in': m.entryHandedIn },
  navigation: [
    { where: 'top', label: m.submissions, href: '/submissions', section: 'submissions' },
    { where: 'top', label: m.navigation, href: '/submissions/new', section: 'hand-in' },
  ],
})
