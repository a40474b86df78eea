import { press } from './press.ts'
import { at, type Scene, SEND } from './scene.ts'

/** Words are reported, held, removed and appealed. */
export const MODERATING: readonly Scene[] = [
  { name: 'moderation', path: at('/moderation') },
  { name: 'report', path: ({ answered }) => `/moderation/reports/new?matter=${answered}` },
  {
    name: 'report-again',
    path: ({ answered }) => `/moderation/reports/new?matter=${answered}`,
    status: 422,
    act: (page) => press(page, SEND),
  },
  { name: 'case', path: ({ closedCase }) => `/moderation/cases/${closedCase}` },
  { name: 'case-of-author', as: 'nasreen', path: ({ openCase }) => `/moderation/cases/${openCase}` },
  { name: 'moderation-desk', as: 'amina', path: at('/moderation/desk') },
  { name: 'moderation-floods', as: 'amina', path: at('/moderation/floods') },
  { name: 'case-to-decide', as: 'amina', path: ({ openCase }) => `/moderation/cases/${openCase}` },
  {
    name: 'case-again',
    as: 'amina',
    path: ({ openCase }) => `/moderation/cases/${openCase}`,
    status: 422,
    act: (page) => press(page, 'main form button'),
  },
]
