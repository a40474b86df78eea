import { afterAll, expect, test } from 'vitest'
import { plantedAnswers } from '#methods/themes/planted-answers.ts'
import { openTestCall } from '../src/app/testing/open-test-call.ts'
import { answered, themeOf } from '../src/app/testing/themed-call.ts'
import { tooWideBy, violations } from './axe-violations.ts'
import { openHouseForBrowsers, type Reader, signIn } from './open-browser.ts'

const house = await openHouseForBrowsers()
afterAll(() => house.close())
const pages = await readyPages()

/** A call with two themes, one of them named, quoted and taken up, a sample that is coded, and a run that was done. */
async function readyPages(): Promise<{ name: string; path: string }[]> {
  const call = await openTestCall(house)
  const numbers = await answered(
    house,
    call,
    plantedAnswers(30).map(({ text }) => text),
  )
  const buses = await themeOf(house, call, {
    answers: numbers.slice(0, 12),
    words: ['bus', 'last bus', 'timetable'],
  })
  await themeOf(house, call, { answers: numbers.slice(12), words: ['rents', 'landlords'] })
  const noor = await house.as('noor')
  await noor.post(`/themes/${buses.number}/name`, {
    version: '1',
    name: 'Rural buses',
    about: 'They stop too early.',
  })
  await noor.post(`/themes/${buses.number}/quotations`, {
    answer: String(numbers[0]),
    passage: plantedAnswers(1)[0]?.text ?? '',
  })
  await noor.post(`/themes/${buses.number}/choice`, {
    outcome: 'taken-up',
    reason: 'We ask the minister.',
    on_day: '2026-12-01',
  })
  house.clock.moveOn(5 * 60_000)
  await house.runJobs()
  await noor.post(`/calls/${call.number}/themes/coding`, { size: '10' })
  const { location } = await noor.post(`/calls/${call.number}/themes/runs`)
  const sample = await house.db.selectFrom('codingSamples').select('id').executeTakeFirstOrThrow()
  return [
    { name: 'themes', path: `/calls/${call.number}/themes` },
    { name: 'theme', path: `/themes/${buses.number}` },
    { name: 'desk', path: `/themes/${buses.number}/desk` },
    { name: 'quotation', path: `/themes/${buses.number}/quotations/new?answer=${numbers[1]}` },
    { name: 'choice', path: `/themes/${buses.number}/choice` },
    { name: 'coding', path: `/calls/${call.number}/themes/coding` },
    { name: 'code', path: `/calls/${call.number}/themes/coding/${sample.id}` },
    { name: 'run', path: location },
  ]
}

const READERS: readonly (readonly [string, Reader])[] = [
  ['in the light', { scheme: 'light' }],
  ['in the dark at 320', { scheme: 'dark', width: 320 }],
  ['in Urdu on a phone', { language: 'ur', width: 360 }],
]

test.each(READERS)(
  'every page of themes is clean under axe and pushes nothing sideways, %s',
  { timeout: 240_000 },
  async (name, reader) => {
    const { context, page } = await house.openPage(reader)
    await signIn(page, 'noor')
    const wrong: string[] = []
    for (const one of pages) {
      const reply = await page.goto(one.path)
      if (reply?.status() !== 200) wrong.push(`${one.name}: answered ${reply?.status()}`)
      if (page.url().includes('/sign-in')) wrong.push(`${one.name}: asked to sign in`)
      wrong.push(...(await violations(page)).map((complaint) => `${one.name}: ${complaint}`))
      const over = await tooWideBy(page)
      if (over > 0) wrong.push(`${one.name}: ${over} px too wide`)
      if (process.env.PICTURES)
        await page.screenshot({ path: `${process.env.PICTURES}/${one.name} ${name}.png`, fullPage: true })
    }
    await context.close()
    expect(wrong).toEqual([])
  },
)
