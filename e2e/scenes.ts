import type { Page } from 'playwright-core'
import { GATHERING_SCENES } from './gathering-scenes.ts'
import { HANDED_IN_SCENES } from './handed-in-scenes.ts'
import { MY_DATA_SCENES } from './my-data-scenes.ts'
import { press } from './press.ts'
import type { Facts } from './scene-facts.ts'
import { TRANSLATION_SCENES } from './translation-scenes.ts'

/** One page in one state, as one person sees it. */
export interface Scene {
  name: string
  /** Who looks, by their handle in the demonstration; a stranger when absent. */
  as?: string | ((facts: Facts) => string)
  path: (facts: Facts) => string
  /** What is done there before one looks. */
  act?: (page: Page, facts: Facts) => Promise<void>
  /** The status of the answer, where it is not 200. */
  status?: number
}

const SEND = 'main form button.button:not(.second)'

const write = async (page: Page, authorship = 'anonymous') => {
  await page.locator('#title').fill('Benches at every bus stop')
  await page
    .locator('#words')
    .fill(
      'My mother cannot stand for *half an hour*.\n\n- a bench\n- a roof\n\n> We will look at it, they said in May.',
    )
  await page.locator(`input[name=authorship][value=${authorship}]`).check()
}

const at = (path: string) => (): string => path

/** Every page there is, each for somebody who may see it, in every state worth a look. */
export const SCENES: readonly Scene[] = [
  { name: 'home', path: at('/') },
  { name: 'submissions', path: at('/submissions') },
  { name: 'submissions-nothing-found', path: at('/submissions?q=zzzzzz') },
  { name: 'story-overdue', path: ({ overdue }) => `/submissions/${overdue}` },
  { name: 'story-answered', path: ({ answered }) => `/submissions/${answered}` },
  { name: 'story-refused', path: ({ refused }) => `/submissions/${refused}` },
  { name: 'story-merged', path: ({ merged }) => `/submissions/${merged}` },
  { name: 'story-reviewed', path: ({ reviewed }) => `/submissions/${reviewed}` },
  { name: 'story-held', path: ({ held }) => `/submissions/${held}` },
  { name: 'story-in-urdu', path: ({ inUrdu }) => `/submissions/${inUrdu}` },
  { name: 'hand-in', path: at('/submissions/new') },
  { name: 'hand-in-signed-in', as: 'idris', path: at('/submissions/new') },
  {
    name: 'hand-in-again',
    path: at('/submissions/new'),
    status: 422,
    act: async (page) => {
      await page.locator('#files').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: ONE_PIXEL })
      await press(page, SEND)
    },
  },
  {
    name: 'preview',
    path: at('/submissions/new'),
    act: async (page) => {
      await write(page)
      await press(page, 'button[formaction="/submissions/preview"]')
    },
  },
  {
    name: 'draft',
    path: at('/submissions/new'),
    act: async (page) => {
      await write(page)
      await press(page, 'button[formaction="/submissions/drafts"]')
    },
  },
  {
    name: 'receipt',
    path: at('/submissions/new'),
    act: async (page) => {
      await write(page)
      await press(page, SEND)
    },
  },
  { name: 'drafts', as: 'olga', path: at('/submissions/drafts') },
  { name: 'drafts-none', as: 'harpreet', path: at('/submissions/drafts') },
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
  { name: 'bodies', path: at('/bodies') },
  { name: 'body', path: at('/bodies/housing') },
  { name: 'body-late', path: at('/bodies/transport') },
  { name: 'overdue', path: at('/overdue') },
  { name: 'units', path: at('/units') },
  { name: 'unit', path: ({ unit }) => `/units/${unit}` },
  { name: 'roles', path: at('/roles') },
  { name: 'record', path: at('/record') },
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
  { name: 'follow', path: ({ overdue }) => `/following/new?matter=${overdue}` },
  { name: 'follow-asked', path: at('/following/asked') },
  { name: 'follow-confirm', path: ({ followToken }) => `/following/${followToken}` },
  { name: 'sign-in', path: at('/sign-in') },
  { name: 'sign-in-sent', path: at('/sign-in/sent') },
  { name: 'sign-in-link', path: ({ signInToken }) => `/sign-in/${signInToken}` },
  { name: 'sign-in-recovery', path: at('/sign-in/recovery') },
  { name: 'account', as: 'nasreen', path: at('/account') },
  {
    name: 'recovery-codes',
    status: 201,
    as: 'harpreet',
    path: at('/account'),
    act: (page) => press(page, 'form[action="/account/recovery-codes"] button'),
  },
  ...GATHERING_SCENES,
  ...TRANSLATION_SCENES,
  ...HANDED_IN_SCENES,
  ...MY_DATA_SCENES,
  { name: 'token', as: 'nasreen', path: at('/account/tokens/new') },
  {
    name: 'token-made',
    status: 201,
    as: 'harpreet',
    path: at('/account/tokens/new'),
    act: async (page) => {
      await page.locator('input[name=name]').fill('The branch’s notice board')
      const scope = page.locator('input[type=checkbox]').first()
      if (await scope.count()) await scope.check()
      await press(page, SEND)
    },
  },
  { name: 'desks', as: 'noor', path: at('/desks') },
  { name: 'desk', as: 'noor', path: at('/bodies/housing/desk') },
  { name: 'desk-pending', as: 'gwen', path: ({ pendingDesk }) => `/bodies/${pendingDesk}/desk` },
  {
    name: 'desk-several',
    as: 'noor',
    path: at('/bodies/housing/desk'),
    act: async (page) => {
      for (const box of (await page.locator('input[type=checkbox]').all()).slice(0, 2)) await box.check()
      await press(page, '.bulk button, button[name=bulk], form[action$="/decisions"] button')
    },
  },
  { name: 'decision', as: 'noor', path: ({ open }) => `/submissions/${open}/decision` },
  {
    name: 'decision-preview',
    as: 'noor',
    path: ({ open }) => `/submissions/${open}/decision`,
    act: async (page) => {
      await page.locator('input[name=outcome][value=answered]').check()
      await page
        .locator('[name=reason]')
        .fill('They open their doors from Monday.\n\nThe list is on the wall.')
      await press(page, 'button[name=preview], button[value=preview], main form button.second')
    },
  },
  {
    name: 'decision-again',
    as: 'noor',
    path: ({ open }) => `/submissions/${open}/decision`,
    status: 422,
    act: async (page) => {
      await page.locator('input[name=outcome][value=refused]').check()
      await press(page, SEND)
    },
  },
  { name: 'letters', as: 'noor', path: ({ withheld }) => `/submissions/${withheld}/letters` },
  { name: 'promise', as: 'ada', path: at('/bodies/housing/promise') },
  { name: 'role-new', as: 'ada', path: at('/roles/new') },
  { name: 'role-again', as: 'ada', path: at('/roles/new'), status: 422, act: (page) => press(page, SEND) },
  { name: 'roles-administrator', as: 'ada', path: at('/roles') },
  { name: 'demo', path: at('/demo') },
  { name: 'demo-mail', path: at('/demo/mail') },
  { name: 'api', path: at('/api') },
  { name: 'problem', path: at('/problems/submission.invalid') },
  { name: 'not-found', path: at('/no/such/page'), status: 404 },
  { name: 'no-such-submission', path: at('/submissions/999999'), status: 404 },
  { name: 'not-yours', as: 'nasreen', path: at('/bodies/housing/desk'), status: 403 },
]

/** All of them, or those that SCENES names. */
export function scenesToShow(): readonly Scene[] {
  const named = (process.env.SCENES ?? '').split(',').filter(Boolean)
  return named.length === 0 ? SCENES : SCENES.filter(({ name }) => named.includes(name))
}

/** The smallest PNG there is. */
const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
