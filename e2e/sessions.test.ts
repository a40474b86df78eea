import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { tooWideBy, violations } from './axe-violations.ts'
import { openHouseForBrowsers, signIn } from './open-browser.ts'

const house = await openHouseForBrowsers()
afterAll(() => house.close())

const REASON = 'Her telephone was stolen on the tram, and she wrote to us from a library in the next town.'

/** Axe in the light, then whether a phone has to scroll sideways. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults = await violations(page)
  const { width = 1280 } = page.viewportSize() ?? {}
  await page.setViewportSize({ width: 320, height: 640 })
  const over = await tooWideBy(page)
  await page.setViewportSize({ width, height: 900 })
  return over > 0 ? [...faults, `${over} px too wide`] : faults
}

test.each(['en', 'ur'] as const)(
  'who is signed out meets pages that everybody can use (%s)',
  async (language) => {
    const { context, page } = await house.openPage({ language })
    await page.goto('/demo')
    await signIn(page, 'ada')
    await page.goto('/sessions/end')
    const faults = [await faultsOf(page)]
    await page.fill('[name=email]', 'olga@example.org')
    await page.fill('[name=reason]', REASON)
    await house.db.deleteFrom('sessions').execute()
    await page.locator('form[action="/sessions/end"] button').click()
    expect(await page.locator('#kept-form textarea').inputValue()).toBe(REASON)
    faults.push(await faultsOf(page))
    const beside = await context.newPage()
    await beside.goto('/demo')
    await signIn(beside, 'ada')
    await page.locator('#kept-form button').click()
    await page.waitForURL(/done=yes/)
    faults.push(await faultsOf(page))
    await beside.goto('/sessions/everybody/end')
    faults.push(await faultsOf(beside))
    await house.db.deleteFrom('sessions').execute()
    await beside.goto('/sign-in')
    expect(await beside.locator('.notice').count()).toBeGreaterThan(0)
    faults.push(await faultsOf(beside))
    expect(faults.flat()).toEqual([])
    await context.close()
  },
)

test('the page that asks for a passkey is one that everybody can use, whether they have one or not', async () => {
  const strict = await openHouseForBrowsers('127.0.0.1', { demandsPasskeys: true })
  const { context, page } = await strict.openPage({ language: 'ur' })
  await page.goto('/demo')
  await signIn(page, 'ada')
  await page.goto('/roles/new')
  const faults = await faultsOf(page)
  const passkey = {
    credentialId: 'ada',
    publicKey: Buffer.alloc(8),
    counter: 0,
    transports: [],
    name: 'A phone',
  }
  const { ada } = strict.world.people
  await strict.db
    .insertInto('passkeys')
    .values({ id: ada.id, personId: ada.id, ...passkey, addedAt: strict.clock.now() })
    .execute()
  await page.goto('/roles/new')
  expect([...faults, ...(await faultsOf(page))]).toEqual([])
  await context.close()
  await strict.close()
})
