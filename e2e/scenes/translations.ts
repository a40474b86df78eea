import { press } from './press.ts'
import { type Scene, SEND } from './scene.ts'

type OfStory = keyof Parameters<Scene['path']>[0]['translated']

const of =
  (key: OfStory, before: string, after = ''): Scene['path'] =>
  ({ translated }) =>
    `${before}${translated[key]}${after}`

/** Translations and further forms: for readers, for volunteers at work and reading, for whoever asks. */
export const TRANSLATIONS: readonly Scene[] = [
  { name: 'translations', path: () => '/translations' },
  { name: 'translations-to-do', as: 'nasreen', path: () => '/translations?to=en' },
  { name: 'translated-story', path: of('number', '/submissions/') },
  { name: 'translations-of-one', path: of('number', '/translations/of/') },
  { name: 'translation-at-work', as: 'nasreen', path: of('id', '/translations/') },
  { name: 'translation-to-read', as: 'tomos', path: of('offered', '/translations/') },
  { name: 'translation-say-better', path: of('id', '/translations/', '/suggestions/new') },
  {
    name: 'translation-say-better-again',
    path: of('id', '/translations/', '/suggestions/new'),
    status: 422,
    act: (page) => press(page, SEND),
  },
  { name: 'forms', path: () => '/forms' },
  { name: 'forms-of-one', path: of('number', '/forms/') },
  { name: 'forms-of-one-clerk', as: 'femi', path: of('number', '/forms/') },
  { name: 'form-ask', path: of('number', '/forms/', '/requests/new') },
  {
    name: 'form-ask-again',
    path: of('number', '/forms/', '/requests/new'),
    status: 422,
    act: (page) => press(page, SEND),
  },
]
