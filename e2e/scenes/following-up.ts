import { press } from './press.ts'
import { at, type Scene } from './scene.ts'

/** Whoever handed something in comes back, with a key or an account; others follow a story by mail. */
export const FOLLOWING_UP: readonly Scene[] = [
  { name: 'receipts', path: at('/receipts') },
  { name: 'receipt-with-key', path: ({ mine }) => `/receipts/${mine.number}` },
  {
    name: 'author-page',
    path: ({ mine }) => `/receipts/${mine.number}`,
    act: async (page, { mine }) => {
      await page.locator('input[name=key]').first().fill(mine.key)
      await press(page, 'form[action^="/receipts/"] button')
    },
  },
  {
    name: 'author-key-mistyped',
    path: ({ mine }) => `/receipts/${mine.number}`,
    status: 422,
    act: async (page) => {
      await page.locator('input[name=key]').first().fill('babab-babab')
      await press(page, 'form[action^="/receipts/"] button')
    },
  },
  {
    name: 'too-many-keys',
    path: ({ throttled }) => `/receipts/${throttled}`,
    status: 429,
    act: async (page, { mine }) => {
      await page.locator('input[name=key]').first().fill(mine.key)
      await press(page, 'form[action^="/receipts/"] button')
    },
  },
  { name: 'author-signed-in', as: 'nasreen', path: ({ ofNasreen }) => `/submissions/${ofNasreen}` },
  {
    name: 'was-it-an-answer',
    as: ({ toJudge }) => toJudge.handle,
    path: ({ toJudge }) => `/submissions/${toJudge.number}`,
  },
  { name: 'follow', path: ({ overdue }) => `/following/new?matter=${overdue}` },
  { name: 'follow-asked', path: at('/following/asked') },
  { name: 'follow-confirm', path: ({ followToken }) => `/following/${followToken}` },
]
