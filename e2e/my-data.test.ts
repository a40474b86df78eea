import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { handedIn } from '../src/app/testing/handed-in.ts'
import { CODE, inLetterTo } from '../src/app/testing/letters.ts'
import { violations } from './axe-violations.ts'
import { openHouseForBrowsers, signIn } from './open-browser.ts'

const house = await openHouseForBrowsers()
afterAll(() => house.close())

await handedIn(house, { authorship: 'withheld' }, 'nasreen')
await house.visitor().post('/following', { matter: '2001', email: 'nasreen@example.org' })
await house.runJobs()
const words = 'Please stop keeping the branch I left in May.'
const raised = await (await house.as('nasreen')).postJson('/my-data/objections', { words })
const { id: objection } = raised.json() as { id: string }
await (await house.as('ada')).get(`/my-data/objections/${objection}`)

const PAGES: Readonly<Record<string, readonly string[]>> = {
  nobody: ['/my-data', '/my-data/code', '/my-data/erased'],
  nasreen: ['', '/held', '/looks', '/copy', '/correction', '/erasure', '/objections/new'].map(
    (page) => `/my-data${page}`,
  ),
  ada: ['/my-data/desk', '/my-data/posted-codes/new', '/my-data'],
}
// Pictures to be looked at, where a folder is named.
const folder = process.env.PICTURES

async function wrongOn(page: Page, { name, dir }: { name: string; dir: string }): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (folder) {
    const place = path.join(path.resolve(folder), dir)
    await mkdir(place, { recursive: true })
    await page.screenshot({
      path: path.join(place, `${name.replaceAll('/', '-').slice(1)}.png`),
      fullPage: true,
    })
  }
  const found = (await violations(page)).map((violation) => `${name}: ${violation}`)
  return over > 0 ? [...found, `${name} is ${over} px too wide`] : found
}

test.each([
  { language: 'en', width: 360, scheme: 'light' },
  { language: 'en', width: 1280, scheme: 'dark' },
  { language: 'ur', width: 360, scheme: 'dark' },
  { language: 'ur', width: 1280, scheme: 'light' },
] as const)(
  'my data in $language at $width px, $scheme: clean under axe, nothing pushed sideways',
  async (reader) => {
    const dir = `${reader.language}-${reader.width}`
    const wrong: string[] = []
    for (const [who, pages] of Object.entries(PAGES)) {
      const { context, page } = await house.openPage({ ...reader, javaScript: true })
      await page.goto('/demo')
      if (who !== 'nobody') await signIn(page, who)
      for (const address of who === 'ada' ? [...pages, `/my-data/objections/${objection}`] : pages) {
        await page.goto(address)
        wrong.push(...(await wrongOn(page, { name: `${address.replace(objection, 'one')}-${who}`, dir })))
      }
      await context.close()
    }
    expect(wrong).toEqual([])
  },
  180_000,
)

test('without JavaScript: a code, what is held, a copy, and gone', async () => {
  const signed = await handedIn(house, { name: 'Wanda Kowal', email: 'wanda@example.org' })
  const { context, page } = await house.openPage({ javaScript: false, width: 360 })
  await page.goto('/my-data')
  await page.locator('#email').fill('wanda@example.org')
  await page.locator('main form button').last().click()
  await page.locator('#code').fill((await inLetterTo(house, 'wanda@example.org', CODE)).toLowerCase())
  await page.locator('main form button').click()
  expect(await page.locator('main').textContent()).toContain('Wanda Kowal')
  await page.locator('a[href="/my-data/copy"]').click()
  const [copy] = await Promise.all([page.waitForEvent('download'), page.locator('main form button').click()])
  expect(copy.suggestedFilename()).toMatch(/^my-data-.*\.zip$/)
  await page.goto('/my-data/erasure')
  await page.locator('#sure').check()
  await page.locator('main form button').click()
  expect(await page.locator('h1').textContent()).toBe('It is erased')
  await page.goto(signed.path)
  expect(await page.locator('main').textContent()).not.toContain('Wanda')
  await context.close()
}, 60_000)
