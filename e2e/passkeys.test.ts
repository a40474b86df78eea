import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { openHouseForBrowsers, signIn } from './open-browser.ts'

// A passkey belongs to a name: no browser makes one for 127.0.0.1.
const house = await openHouseForBrowsers('localhost')
afterAll(() => house.close())

/** A security key that answers by itself, inside the browser. */
async function plugInKey(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('WebAuthn.enable')
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

test('a passkey is made on the account page, signs in without an address, and is removed', async () => {
  const { context, page } = await house.openPage()
  await plugInKey(page)
  await page.goto('/demo')
  await signIn(page, 'nasreen')
  await page.goto('/account')
  const remove = page.locator('form[action^="/account/passkeys/"] button')
  expect(await remove.count()).toBe(0)
  await page.locator('[data-passkey=add]').click()
  await remove.waitFor()
  await context.clearCookies()
  await page.goto('/sign-in')
  await page.locator('[data-passkey=sign-in]').click()
  await page.locator('details.person summary').waitFor()
  expect(await page.locator('details.person summary').textContent()).toContain('Nasreen Akhtar')
  await page.goto('/account')
  await Promise.all([page.waitForEvent('load'), remove.click()])
  expect(await remove.count()).toBe(0)
  await context.clearCookies()
  await page.goto('/sign-in')
  await page.locator('[data-passkey=sign-in]').click()
  await page.locator('[data-passkey-words]:not(:empty)').waitFor()
  await context.close()
})

test('a role that rests wakes by a passkey, and the form that waited for it is sent', async () => {
  const strict = await openHouseForBrowsers('localhost', { demandsPasskeys: true })
  const { context, page } = await strict.openPage()
  await plugInKey(page)
  await page.goto('/demo')
  await signIn(page, 'ada')
  await page.goto('/roles/new')
  await page.locator('[data-passkey=add]').click()
  await page.locator('form[action="/roles"]').waitFor()
  await context.clearCookies()
  await page.goto('/demo')
  await signIn(page, 'ada')
  await page.goto('/')
  await page.locator('.banner a').click()
  await page.locator('[data-passkey=prove]').click()
  await page.locator('.banner a[href="/demo"]').waitFor()
  await page.goto('/sessions/end')
  await page.fill('[name=email]', 'olga@example.org')
  await page.fill(
    '[name=reason]',
    'Her telephone was stolen on the tram, and she wrote to us from a library.',
  )
  strict.clock.moveOn(61 * 60_000)
  await page.locator('form[action="/sessions/end"] button').click()
  await page.locator('[data-passkey=prove]').click()
  await page.waitForURL(/done=yes/)
  expect((await strict.db.selectFrom('sessionEndings').select('id').execute()).length).toBe(1)
  await context.close()
  await strict.close()
})

test('at an address of numbers no button promises what no browser does', async () => {
  const { context, page } = await house.openPage()
  await page.goto(`${house.baseUrl.replace('localhost', '127.0.0.1')}/sign-in`)
  expect(await page.locator('[data-passkey=sign-in]').isVisible()).toBe(false)
  await context.close()
})
