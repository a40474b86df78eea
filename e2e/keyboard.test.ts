import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openHouseForBrowsers, openPage } from './open-browser.ts'

let browser: Browser
let house: Awaited<ReturnType<typeof openHouseForBrowsers>>
beforeAll(async () => {
  house = await openHouseForBrowsers()
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const MOST_TABS = 90

/** Presses Tab until what is wanted has the focus; a journey that needs the mouse ends here. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard did not reach ${selector} on ${page.url()}.`)
}

async function enter(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

async function type(page: Page, selector: string, words: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.type(words)
}

test('the whole journey by keyboard alone: hand in, mend what was wrong, receipt, decision, story', async () => {
  const { context, page } = await openPage(browser, house.baseUrl)
  await page.goto('/')
  await enter(page, 'main a[href="/submissions/new"]')
  await type(page, '#words', 'My mother sits in the bus station because it is warm.')
  await enter(page, 'form[action="/submissions"] button:not([formaction])')
  // The summary of what is wrong has the focus already, and its first link leads to the box.
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary')
  await tabTo(page, '.error-summary a[href="#title"]')
  await page.keyboard.press('Enter')
  await type(page, '#title', 'Warm rooms in every library')
  await tabTo(page, '#to')
  await page.keyboard.type('Housing')
  await tabTo(page, 'input[name=authorship]')
  await page.keyboard.press('Space')
  await type(page, '#name', 'Patrick')
  await enter(page, 'form[action="/submissions"] button:not([formaction])')
  const number = /receipts\/(\d+)/.exec(page.url())?.[1]
  await enter(page, `main a[href="/submissions/${number}"]`)
  expect(await page.locator('main').textContent()).toContain('With Housing and Land Commission')
  await decide(page, String(number))
  await page.goto(`/submissions/${number}`)
  expect(await page.locator('main').textContent()).toContain('They open their doors from Monday.')
  await context.close()
})

async function decide(page: Page, number: string): Promise<void> {
  await page.goto('/demo')
  await enter(page, 'form:has(input[value=noor]) button')
  await tabTo(page, 'details.person summary')
  await page.keyboard.press('Enter')
  await enter(page, '.menu a[href="/desks"]')
  await enter(page, 'main a[href="/bodies/housing/desk"]')
  await enter(page, `main a[href*="matter=${number}"]`)
  await tabTo(page, 'input[name=outcome]')
  // Accept, then answer: the arrows go through the outcomes.
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('input[name=outcome]:checked').getAttribute('value')).toBe('answered')
  await type(page, '[name=reason]', 'They open their doors from Monday.')
  await enter(page, 'form:has([name=reason]) button:not(.second)')
  house.clock.moveOn(6 * 60_000)
  await house.runJobs()
}
