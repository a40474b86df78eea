import type { Page } from 'playwright-core'
import { press } from './press.ts'
import { at, type Scene, SEND } from './scene.ts'

type Which = 'open' | 'finished'

const ofCall =
  (which: Which, rest = ''): Scene['path'] =>
  ({ calls }) =>
    `/calls/${calls[which]}${rest}`
const ofTheme =
  (rest = ''): Scene['path'] =>
  ({ calls }) =>
    `/themes/${calls.theme}${rest}`

const answer = async (page: Page) => {
  await page
    .locator('[name=q1]')
    .fill('Time to walk there.\n\nMy two are driven, because the road has no kerb.')
  await page.locator('input[name=authorship][value=anonymous]').check()
}

/** Calls for input as everybody reads and answers them, and what their team and their clerks do. */
export const CALLS: readonly Scene[] = [
  { name: 'calls', path: at('/calls') },
  { name: 'call-open', path: ofCall('open') },
  { name: 'call-finished', path: ofCall('finished') },
  { name: 'call-answer', path: ofCall('open', '/answer') },
  { name: 'call-answer-signed-in', as: 'nasreen', path: ofCall('open', '/answer') },
  {
    name: 'call-answer-again',
    path: ofCall('open', '/answer'),
    status: 422,
    act: (page) => press(page, 'form[action$="/answer"] button:not([formaction])'),
  },
  {
    name: 'call-answer-preview',
    path: ofCall('open', '/answer'),
    act: async (page) => {
      await answer(page)
      await press(page, 'button[formaction$="/preview"]')
    },
  },
  {
    name: 'call-closed-meanwhile',
    path: ofCall('open', '/answer'),
    status: 409,
    act: async (page, { calls }) => {
      await answer(page)
      // To whoever writes it is the same as a call that closes under their hands: their words reach one that is closed.
      await page.evaluate((to) => {
        const form = document.querySelector<HTMLFormElement>('form[action$="/answer"]')
        if (form) form.action = to
      }, `/calls/${calls.finished}/answer`)
      await press(page, 'form[action$="/answer"] button:not([formaction])')
    },
  },
  {
    name: 'call-answered',
    path: ofCall('open', '/answer'),
    act: async (page) => {
      await answer(page)
      await press(page, 'form[action$="/answer"] button:not([formaction])')
    },
  },
  { name: 'answer', path: ({ calls }) => `/answers/${calls.answer}` },
  { name: 'call-result', path: ofCall('finished', '/result') },
  { name: 'call-data', path: ofCall('finished', '/data') },
  { name: 'call-themes', path: ofCall('finished', '/themes') },
  { name: 'call-coding', path: ofCall('finished', '/themes/coding') },
  { name: 'theme', path: ofTheme() },
  { name: 'theme-desk', as: 'mei', path: ofTheme('/desk') },
  { name: 'theme-choice', as: 'mei', path: ofTheme('/choice') },
  { name: 'call-new', as: 'mei', path: at('/calls/new') },
  {
    name: 'call-new-again',
    as: 'mei',
    path: at('/calls/new'),
    status: 422,
    act: (page) => press(page, SEND),
  },
  { name: 'call-extension', as: 'priya', path: ofCall('open', '/extension') },
  { name: 'call-twins', as: 'mei', path: ofCall('finished', '/twins') },
  { name: 'call-screenings', as: 'mei', path: ofCall('finished', '/screenings') },
  { name: 'notices', path: at('/notices') },
  { name: 'notice', path: at('/notices/call-demonstration-schools') },
  { name: 'notice-new', as: 'ada', path: at('/notices/new') },
]
