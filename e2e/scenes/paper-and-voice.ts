import type { Page } from 'playwright-core'
import { HELPER as as } from '../facts/calls.ts'
import { press } from './press.ts'
import { at, type Scene, SEND } from './scene.ts'

const ofCall =
  (rest: string): Scene['path'] =>
  ({ calls }) =>
    `/calls/${calls.open}${rest}`

const follow =
  (slip: 'fresh' | 'waiting' | 'broughtIn'): Scene['act'] =>
  async (page, { calls }) => {
    await page.locator('#number').fill(String(calls.slips[slip].number))
    await page.locator('#key').fill(calls.slips[slip].key)
    await press(page, SEND)
  }

const speak = async (page: Page) => {
  await page.locator('[name=q1]').fill('Time to talk to the dinner lady.')
  await page.locator('[name="q3.1"][value=a]').check()
  await page.locator('[name=consent][value=spoken]').check()
  await page.locator('[name=unit]').fill('Southdown')
  await press(page, SEND)
}

const typeRows = async (page: Page) => {
  await page.locator('[name=consent][value=spoken]').check()
  await page.locator('#r1-q1').fill('A bell that is not so loud.')
  await page.locator('#r1-q2').fill('1')
  await page.locator('#r2-q1').fill('Football for girls too.')
}

/** As a browser without the island sends it. */
const sendWithoutScript = (page: Page) =>
  Promise.all([
    page.waitForEvent('load'),
    page.evaluate(() => document.querySelector<HTMLFormElement>('form[data-sheet]')?.submit()),
  ]).then(() => {})

/** Answers on paper, from a meeting, by telephone and by mail: printing, typing in, and following with a key. */
export const PAPER_AND_VOICE: readonly Scene[] = [
  { name: 'paper', path: ofCall('/paper') },
  { name: 'paper-over', path: ({ calls }) => `/calls/${calls.finished}/paper` },
  { name: 'paper-helper', as, path: ofCall('/paper') },
  { name: 'paper-clerk', as: 'priya', path: ofCall('/paper') },
  {
    name: 'paper-print-again',
    as,
    path: ofCall('/paper'),
    status: 422,
    act: async (page) => {
      await page.locator('#count').fill('a few')
      await press(page, 'form[action$="/slips"] button')
    },
  },
  { name: 'slip-scan', as, path: ({ calls }) => `/intake/slip?call=${calls.open}` },
  { name: 'slip-scan-again', as, path: at('/intake/slip?code=2417'), status: 422 },
  { name: 'slip-entry', as, path: ({ calls }) => calls.slips.fresh.path },
  {
    name: 'slip-entry-again',
    as,
    path: ({ calls }) => calls.slips.fresh.path,
    status: 422,
    act: (page) => press(page, SEND),
  },
  { name: 'slip-of-other-call', as, path: ({ calls }) => `${calls.slips.fresh.path}?call=${calls.finished}` },
  { name: 'slip-with-picture', as, path: ({ calls }) => `/intake/waiting/${calls.slips.waiting.number}` },
  { name: 'slip-brought-in', as, path: ({ calls }) => calls.slips.broughtIn.path },
  { name: 'slip-for-readers', path: ({ calls }) => calls.slips.fresh.path },
  { name: 'slips-waiting', as, path: ofCall('/waiting') },
  { name: 'slips-waiting-none', as, path: ({ calls }) => `/calls/${calls.finished}/waiting` },
  { name: 'paper-entries', as, path: ofCall('/entries') },
  { name: 'sheet', as, path: ofCall('/sheet') },
  {
    name: 'sheet-sent',
    as,
    path: ofCall('/sheet'),
    act: async (page) => {
      await typeRows(page)
      await page.locator(SEND).click()
      await page.getByText(/✓ \d+/).nth(1).waitFor()
    },
  },
  {
    name: 'sheet-again',
    as,
    path: ofCall('/sheet'),
    status: 422,
    act: async (page) => {
      await typeRows(page)
      await page.locator('#r2-q2').fill('9')
      await sendWithoutScript(page)
    },
  },
  { name: 'telephone', as, path: ofCall('/telephone') },
  {
    name: 'telephone-again',
    as,
    path: ofCall('/telephone'),
    status: 422,
    act: (page) => press(page, SEND),
  },
  { name: 'telephone-read-back', as, path: ofCall('/telephone'), act: speak },
  {
    name: 'telephone-receipt',
    as,
    path: ofCall('/telephone'),
    act: async (page) => {
      await speak(page)
      await press(page, 'button[value=store]')
    },
  },
  { name: 'follow-paper', path: at('/follow') },
  { name: 'follow-paper-here', path: at('/follow'), act: follow('broughtIn') },
  { name: 'follow-paper-picture', path: at('/follow'), act: follow('waiting') },
  { name: 'follow-paper-not-yet', path: at('/follow'), act: follow('fresh') },
  { name: 'follow-paper-again', path: at('/follow'), status: 422, act: (page) => press(page, SEND) },
  { name: 'ways-by-mail', path: ofCall('/by-mail') },
  { name: 'letters-of-answer', as: 'priya', path: ({ calls }) => `/answers/${calls.mailed}/letters` },
]
