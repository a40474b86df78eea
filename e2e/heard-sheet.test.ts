import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { announced } from '../src/app/testing/announced.ts'
import { openHouseForBrowsers, signIn } from './open-browser.ts'

const house = await openHouseForBrowsers()
afterAll(() => house.close())

const heardAtAll = async () => {
  const rows = await house.db
    .selectFrom('thingsHeard')
    .innerJoin('matters', 'matters.id', 'thingsHeard.matterId')
    .select(['matters.title', 'thingsHeard.rowId'])
    .execute()
  return rows.map(({ title }) => title)
}

test('a sheet of twelve is typed without the mouse: one key between two rows, rows grow, one chord sends', async () => {
  const { path } = await announced(house, { starts: '2026-11-02T07:00', ends: '2026-11-02T08:00' })
  const { context, page } = await house.openPage()
  await signIn(page, 'idris')
  await page.goto(`${path}/heard`)
  await page.locator('#people_there').fill('30')
  await page.locator('#words-1').focus()
  for (let row = 1; row <= 12; row += 1) {
    if (row > 1) await page.keyboard.press('Enter')
    await page.keyboard.type(`Thing ${row}`)
  }
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Control+Enter')])
  expect(page.url()).toContain('entered=12')
  expect((await heardAtAll()).toSorted()).toEqual(
    Array.from({ length: 12 }, (_, at) => `Thing ${at + 1}`).toSorted(),
  )
  await context.close()
})

test('without a script the ten rows are there, and sending the page again enters nothing twice', async () => {
  const { path } = await announced(house, { starts: '2026-11-02T05:00', ends: '2026-11-02T06:00' })
  const { context, page } = await house.openPage({ javaScript: false })
  await signIn(page, 'idris')
  await page.goto(`${path}/heard`)
  expect(await page.locator('textarea').count()).toBe(10)
  await page.locator('#people_there').fill('12')
  await page.locator('#words-10').fill('Only this.')
  await sendBehindTheScenes(page)
  await page.locator('#heard-sheet button').click()
  expect(page.url()).toContain('entered=0&already=1')
  expect((await heardAtAll()).filter((title) => title === 'Only this.')).toHaveLength(1)
  await context.close()
})

/** As a browser does that is told to send once more: the very same fields, before the page has moved on. */
async function sendBehindTheScenes(page: Page): Promise<void> {
  const fields = await page.locator('#heard-sheet').evaluate((form) => {
    const entries = form instanceof HTMLFormElement ? [...new FormData(form)] : []
    return entries.map(([name, value]) => [name, String(value)] as const)
  })
  await page.request.post(page.url(), { form: Object.fromEntries(fields), maxRedirects: 0 })
}
