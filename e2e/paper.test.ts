import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestCall } from '../src/app/testing/open-test-call.ts'
import { makeHelper } from '../src/listen/intake/testing/make-helper.ts'
import { violations } from './axe-violations.ts'
import { openHouseForBrowsers, type Reader, signIn } from './open-browser.ts'

const house = await openHouseForBrowsers()
afterAll(() => house.close())
await makeHelper(house, 'olga', 'call-taker')

async function asOlga(reader: Reader = {}) {
  const opened = await house.openPage(reader)
  await opened.page.goto('/demo')
  await signIn(opened.page, 'olga')
  return opened
}

const hasPoppler = ['pdftoppm', 'pdftotext'].every((program) => spawnSync(program, ['-v']).status === 0)

/** A slip as its author gets it: printed, then photographed, upside down and a little aslant. */
async function printedSlip(page: Page, number: number) {
  const form = { language: 'en', size: 'usual', count: '1' }
  const reply = await page.request.post(`/calls/${number}/slips`, { form })
  const folder = mkdtempSync(join(tmpdir(), 'a slip '))
  try {
    writeFileSync(join(folder, 'a.pdf'), await reply.body())
    execFileSync('pdftoppm', ['-r', '110', '-png', '-singlefile', join(folder, 'a.pdf'), join(folder, 'a')])
    const words = execFileSync('pdftotext', ['-layout', join(folder, 'a.pdf'), '-'], { encoding: 'utf8' })
    const photograph = await sharp(readFileSync(join(folder, 'a.png')))
      .rotate(187, { background: '#654' })
      .blur(0.6)
      .jpeg({ quality: 70 })
      .toBuffer()
    const code = /(\d+)-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words)
    const key = [...words.matchAll(/(?:[a-z]{5}-){2}[a-z]{5}/g)].map(([part]) => part).join('-')
    return { photograph, code: code?.[0] ?? '', number: code?.[1] ?? '', key }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe.skipIf(!hasPoppler)(
  'a slip printed, photographed upside down, read, typed and followed by its key',
  () => {
    test.each([
      { how: 'in the phone', javaScript: true },
      { how: 'on the server, without JavaScript', javaScript: false },
    ])('$how', async ({ javaScript }) => {
      const call = await openTestCall(house)
      const { context, page } = await asOlga({ width: 360, javaScript })
      const slip = await printedSlip(page, call.number)
      await page.goto(`/intake/slip?call=${call.number}`)
      const file = { name: 'form.jpg', mimeType: 'image/jpeg', buffer: slip.photograph }
      await page.locator('input[name=photograph]').setInputFiles(file)
      if (!javaScript) await page.locator('form[method=post] button').last().click()
      await page.waitForURL(`**/intake/slip/${slip.code}**`, { timeout: 30_000 })
      await page.locator('[name=q1]').fill('The last bus leaves at six.')
      await page.locator('[name="q3.1"][value=a]').check()
      await page.locator('[name=consent][value=signed]').check()
      await page.locator('[name=picture]').setInputFiles(file)
      await page.locator('main form button.button').last().click()
      await page.getByText('It is stored once').waitFor()
      const author = await house.openPage({ width: 360, javaScript })
      await author.page.goto('/follow')
      await author.page.locator('#number').fill(slip.number)
      await author.page.locator('#key').fill(slip.key)
      await author.page.locator('main form button.button').first().click()
      expect(await author.page.locator('main').textContent()).toContain('is here')
      await Promise.all([context.close(), author.context.close()])
    })
  },
)

const ANSWERS = ['No bus after six', 'Too dear for four', 'Sundays are empty', 'The stop has no light']

describe('a sheet in a room without a signal', () => {
  test('is typed by keys alone, outlives a reload, and every row arrives once', async () => {
    const call = await openTestCall(house)
    const { context, page } = await asOlga()
    await page.goto(`/calls/${call.number}/sheet`)
    await page.locator('html[data-sheet-kept]').waitFor({ timeout: 30_000 })
    await page.locator('[name=consent][value=spoken]').check()
    await page.locator('#r1-q1').focus()
    let pressed = 0
    const type = async (text: string) => {
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
      pressed += text.length + 1
    }
    const row = async (words: string) => {
      for (const cell of [words, '13', 'ad']) await type(cell)
    }
    await row(ANSWERS[0] ?? '')
    await page.getByText(/✓ \d+/).first().waitFor()
    await context.setOffline(true)
    for (const words of ANSWERS.slice(1, 3)) await row(words)
    await page.getByText('There is no signal').waitFor()
    // Two hours on, the battery was empty once.
    house.clock.moveOn(2 * 3_600_000)
    await page.reload()
    await expect.poll(() => page.locator('#r3-q1').inputValue()).toBe(ANSWERS[2])
    await page.locator('#r4-q1').focus()
    await row(ANSWERS[3] ?? '')
    const words = ANSWERS.join('').length
    expect(pressed - words).toBe(ANSWERS.length * 7)
    const answers = () => house.db.selectFrom('answers').select('id').where('callId', '=', call.id).execute()
    expect(await answers()).toHaveLength(1)
    await context.setOffline(false)
    await expect.poll(async () => (await answers()).length, { timeout: 30_000 }).toBe(4)
    await expect.poll(() => page.getByText(/✓ \d+/).count(), { timeout: 30_000 }).toBe(3)
    await page.reload()
    await page.locator('html[data-sheet-kept]').waitFor({ timeout: 30_000 })
    expect(await answers()).toHaveLength(4)
    expect(await page.locator('#r5-q1').inputValue()).toBe('')
    expect(await page.locator('#r4-q1').count()).toBe(0)
    await context.close()
  })
})

test('a sheet typed by finger, without Enter, arrives by its button; its numbers and keys come as a file', async () => {
  const call = await openTestCall(house)
  const { context, page } = await asOlga({ width: 360 })
  await page.goto(`/calls/${call.number}/sheet`)
  await page.locator('[name=consent][value=spoken]').check()
  await page.locator('#r1-q1').fill('No bus after six')
  await page.locator('#r2-q1').fill('Too dear for four')
  await page.locator('form[data-sheet] button.button').first().click()
  await expect.poll(() => page.getByText(/✓ \d+/).count()).toBe(2)
  const answers = house.db.selectFrom('answers').select('id').where('callId', '=', call.id)
  expect(await answers.execute()).toHaveLength(2)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('button[formaction$="/receipts"]').click(),
  ])
  expect(file.suggestedFilename()).toBe(`receipts-${call.number}.pdf`)
  await context.close()
})

test.each([
  { language: 'en', width: 1280 },
  { language: 'ur', width: 360 },
] as const)(
  'every page of helpers passes axe and stays in its width: $language, $width px',
  async (reader) => {
    const call = await openTestCall(house)
    const { context, page } = await asOlga(reader)
    const printed = await page.request.post(`/calls/${call.number}/slips`, {
      form: { language: 'en', size: 'usual', count: '1' },
    })
    expect(printed.status()).toBe(200)
    for (const path of ['paper', 'sheet', 'telephone', 'waiting']) {
      await page.goto(`/calls/${call.number}/${path}`)
      await look(page, path, reader)
    }
    for (const path of ['/intake/slip', '/follow']) {
      await page.goto(path)
      await look(page, path.slice(1).replace('/', '-'), reader)
    }
    await context.close()
  },
)

async function look(page: Page, name: string, { language, width }: { language: string; width: number }) {
  const folder = process.env.PICTURES
  if (folder) await page.screenshot({ path: join(folder, `${name}-${language}.png`), fullPage: true })
  expect({ name, violations: await violations(page) }).toEqual({ name, violations: [] })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect({ name, overflow: Math.max(0, overflow), width }).toEqual({ name, overflow: 0, width })
}
