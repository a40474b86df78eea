import type { Job, LiveFragment } from '#core/slice/define-slice.ts'
import { offerOnCalls } from '../ways-in.ts'
import { announceChoicesJob } from './announce-choices-job.ts'
import { openQuestions } from './call-with-themes.ts'
import { findThemesJob } from './find-themes-job.ts'
import { m } from './messages.ts'
import { placeAnswersJob } from './place-answers-job.ts'
import { renderRunLive } from './runs.ts'
import { partsOf } from './theme-in-language.ts'
import { readWordsAnew } from './theme-words.ts'

offerOnCalls({
  where: 'parts',
  label: m.title,
  href: (call) => (openQuestions(call).length > 0 ? `/calls/${call.number}/themes` : null),
})

/** What themes hang by the door of their slice. */
export const themeTables = [
  'call_themes',
  'answer_themes',
  'answer_readings',
  'theming_runs',
  'theme_spaces',
  'theme_steps',
  'theme_step_answers',
  'theme_quotations',
  'theme_decisions',
  'answer_decisions',
  'pending_theme_decisions',
  'coding_samples',
  'coding_sample_answers',
  'coding_sample_codes',
]

export const themeKinds = {
  theme: { sort: 'work', title: m.kindTheme, path: (number: number) => `/themes/${number}`, partsOf },
} as const

export const themeLive: Readonly<Record<string, LiveFragment>> = { theming: renderRunLive }

export const themeJobs: readonly Job[] = [
  { name: 'find-themes', everySeconds: 2, run: findThemesJob },
  { name: 'place-answers', everySeconds: 20, run: placeAnswersJob },
  { name: 'read-theme-words', everySeconds: 60, run: ({ db }) => readWordsAnew(db) },
  { name: 'announce-choices', everySeconds: 1, run: announceChoicesJob },
]
