import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { inTransaction } from '#core/db/transaction.ts'
import { openTestCall } from '../src/app/testing/open-test-call.ts'
import { makeSlips } from '../src/listen/intake/slips/make-slips.ts'
import { pathOfSlip } from '../src/listen/intake/slips/slip-code.ts'
import { makeHelper } from '../src/listen/intake/testing/make-helper.ts'
import { openHouseForBrowsers, signIn } from './open-browser.ts'

const house = await openHouseForBrowsers()
afterAll(() => house.close())

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
  const { context, page } = await house.openPage()
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

/** What Tab reaches in a form, by name, each group of answers once. */
async function boxesByTab(page: Page): Promise<string[]> {
  const reached: string[] = []
  await page.locator('main form').first().locator('input:not([type=hidden]), textarea').first().focus()
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const name = await page.evaluate(
      () => document.activeElement?.closest('form') && document.activeElement.getAttribute('name'),
    )
    if (name === null || name === undefined) break
    if (reached.at(-1) !== name) reached.push(name)
    await page.keyboard.press('Tab')
  }
  return reached
}

test('a form and a call are typed in the order in which they are written and asked', async () => {
  await makeHelper(house, 'olga', 'call-taker')
  const call = await openTestCall(house)
  const { id: printedBy } = house.world.people.olga
  const batch = { callId: call.id, language: 'en', isLargePrint: false, count: 1, unitId: null, printedBy }
  const [slip] = await inTransaction(house.db, (tx) => makeSlips(tx, batch, house.clock.now()))
  const { context, page } = await house.openPage()
  await page.goto('/demo')
  await signIn(page, 'olga')
  const asked = ['q1', 'q2', 'q3.1', 'q3.2', 'consent', 'unit', 'language', 'saidOn']
  await page.goto(`/calls/${call.number}/telephone`)
  expect(await boxesByTab(page)).toEqual(asked)
  await page.goto(slip ? pathOfSlip(slip) : '')
  expect(await boxesByTab(page)).toEqual([...asked, 'picture', 'later'])
  await page.goto(`/calls/${call.number}/sheet`)
  const cells = [1, 2].flatMap((row) => [1, 2, 3].map((question) => `r${row}-q${question}`))
  expect(await boxesByTab(page)).toEqual(expect.arrayContaining(['consent', 'unit', 'language', 'saidOn']))
  await page.locator('#r1-q1').focus()
  for (const cell of cells) {
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(cell)
    await page.keyboard.press('Tab')
  }
  await context.close()
})
