import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { violations } from './axe-violations.ts'
import { openHouseForBrowsers, signIn } from './open-browser.ts'

const house = await openHouseForBrowsers()
afterAll(() => house.close())

async function handIn(page: Page): Promise<string> {
  await page.goto('/submissions/new')
  await page.locator('#title').fill('Warm rooms in every library')
  await page
    .locator('#words')
    .fill('My mother sits in the bus station because it is warm. A library is warm too.')
  await page.locator('#to').selectOption('housing')
  await page.locator('input[name=authorship][value=named]').check()
  await page.locator('#name').fill('Patrick')
  await page.locator('form.form button.button:not(.second)').last().click()
  await page.waitForURL(/\/receipts\/\d+$/)
  return new URL(page.url()).pathname.replace('/receipts/', '')
}

test.each([
  { language: 'en', dir: 'ltr', isWith: 'With Housing and Land Commission' },
  { language: 'ur', dir: 'rtl', isWith: 'Housing and Land Commission کے پاس' },
] as const)(
  'without JavaScript on a phone in $language: handed in, a receipt with its key, a story, an answer with its reason',
  async ({ language, dir, isWith }) => {
    const { context, page } = await house.openPage({
      javaScript: false,
      width: 360,
      language,
    })
    const number = await handIn(page)
    expect(await page.locator('.receipt .code-words').first().textContent()).toMatch(
      /^([a-z]{5}-){5}[a-z]{5}$/,
    )
    await page.goto(`/submissions/${number}`)
    expect(await page.locator('main').textContent()).toContain(isWith)
    expect(await page.locator('html').getAttribute('dir')).toBe(dir)

    const clerk = await house.openPage({ javaScript: false })
    await clerk.page.goto('/demo')
    await signIn(clerk.page, 'noor')
    await clerk.page.goto(`/submissions/${number}/decision`)
    await clerk.page.locator('input[name=outcome][value=answered]').check()
    await clerk.page
      .locator('[name=reason]')
      .fill('They open their doors from Monday; the list is on the wall and on our page.')
    await clerk.page.locator('main form button.button:not(.second)').last().click()
    house.clock.moveOn(6 * 60_000)
    await house.runJobs()
    await page.reload()
    expect(await page.locator('main').textContent()).toContain('They open their doors from Monday')
    await Promise.all([context.close(), clerk.context.close()])
  },
)

test('with JavaScript the story changes under the reader’s eyes', async () => {
  const { context, page } = await house.openPage()
  const number = await handIn(page)
  await page.goto(`/submissions/${number}`, { waitUntil: 'load' })
  await expect.poll(() => house.hub.listenerCount, { timeout: 20_000 }).toBeGreaterThan(0)
  const noor = await house.as('noor')
  expect((await noor.post(`/submissions/${number}/consideration`)).status).toBe(303)
  await page.locator('#live').getByText('Being considered').first().waitFor({ timeout: 20_000 })
  await context.close()
})

const PAGES = [
  '/',
  '/submissions',
  '/submissions/2001',
  '/submissions/new',
  '/receipts',
  '/bodies',
  '/bodies/housing',
  '/overdue',
  '/record',
  '/sign-in',
  '/api',
  '/demo',
]

describe.each([
  { language: 'en', width: 320, scheme: 'dark' },
  { language: 'ur', width: 1280, scheme: 'light' },
] as const)('every page in $language at $width px, $scheme', (reader) => {
  test('is clean under axe and pushes nothing sideways', async () => {
    const { context, page } = await house.openPage(reader)
    const wrong: string[] = []
    for (const path of PAGES) {
      await page.goto(path)
      wrong.push(...(await violations(page)).map((violation) => `${path}: ${violation}`))
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (over > 0) wrong.push(`${path} is ${over} px too wide`)
      expect(await page.locator('html').getAttribute('dir')).toBe(reader.language === 'ur' ? 'rtl' : 'ltr')
    }
    expect(wrong).toEqual([])
    await context.close()
  }, 120_000)
})

test('the first view weighs at most 60 kB as it travels, without its fonts', async () => {
  const { context, page } = await house.openPage()
  const devTools = await context.newCDPSession(page)
  await devTools.send('Network.enable')
  const names = new Map<string, string>()
  const weights: { name: string; bytes: number }[] = []
  devTools.on('Network.responseReceived', ({ requestId, response }) => names.set(requestId, response.url))
  devTools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    weights.push({ name: names.get(requestId) ?? '', bytes: encodedDataLength }),
  )
  const [reply] = await Promise.all([page.goto('/', { waitUntil: 'networkidle' })])
  expect(['br', 'gzip']).toContain(reply?.headers()['content-encoding'])
  const carried = weights.filter(({ name }) => !name.includes('.woff2'))
  expect(carried.length).toBeGreaterThan(2)
  expect(carried.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(60_000)
  await context.close()
})
