import { defineSlice } from '#core/slice/define-slice.ts'

/** Calls for input: a body asks, anyone answers, everyone sees what came of it. */
export const calls = defineSlice({
  name: 'calls',
  tables: [
    'calls',
    'call_questions',
    'call_options',
    'answers',
    'answer_words',
    'answer_marks',
    'answer_authors',
    'answer_signatures',
    'call_themes',
    'answer_themes',
    'answer_readings',
    'theming_runs',
    'theme_quotations',
    'theme_decisions',
    'answer_decisions',
    'coding_samples',
    'coding_sample_answers',
    'coding_sample_codes',
  ],
})
