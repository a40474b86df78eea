import { defineSlice } from '#core/slice/define-slice.ts'
import { m } from './messages.ts'
import { noteOwedAnswers } from './note-owed-answers.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { tellOfTranslations } from './tell-of-translations.ts'

/** What is published, in further languages: written by volunteers, read by another, never in place of the original. */
export const translations = defineSlice({
  name: 'translations',
  collects: 'work-of-officers',
  tables: [
    'translator_languages',
    'translations',
    'translation_segments',
    'translation_parts',
    'translation_suggestions',
    'translations_wanted',
    'translations_looked',
  ],
  readings: ['published_texts'],
  routes,
  jobs: [
    { name: 'note-owed-answers', everySeconds: 5, run: noteOwedAnswers },
    { name: 'tell-of-translations', everySeconds: 5, run: tellOfTranslations },
  ],
  personalData,
  navigation: [{ where: 'record', label: m.navigation, href: '/translations' }],
})
