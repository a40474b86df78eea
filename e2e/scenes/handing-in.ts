import type { Page } from 'playwright-core'
import { press } from './press.ts'
import { at, type Scene, SEND } from './scene.ts'

const write = async (page: Page, authorship = 'anonymous') => {
  await page.locator('#title').fill('Benches at every bus stop')
  await page
    .locator('#words')
    .fill(
      'My mother cannot stand for *half an hour*.\n\n- a bench\n- a roof\n\n> We will look at it, they said in May.',
    )
  await page.locator(`input[name=authorship][value=${authorship}]`).check()
}

/** An idea is written, looked at, kept and handed in. */
export const HANDING_IN: readonly Scene[] = [
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
]

/** The smallest PNG there is. */
const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
