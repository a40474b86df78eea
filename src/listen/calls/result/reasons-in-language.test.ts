import { afterAll, expect, test } from 'vitest'
import { begun, makeTranslators } from '#ground/translations/testing/translators.ts'
import { announce } from '../../../app/testing/handed-in.ts'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import { themeOf } from '../../../app/testing/themed-call.ts'
import { answered, path } from './testing/published-call.ts'

const house = await openTestHouse()
afterAll(() => house.close())
await makeTranslators(house)

const WHY = 'The fleet is kept by the county.'
const URDU = 'بسیں کاؤنٹی رکھتی ہے۔'
const inUrdu = { headers: { 'accept-language': 'ur' } }

/** A published result with one theme, about which the body decided with a reason in English. */
async function decidedTheme() {
  const call = await answered(house)
  const given = await house.db
    .selectFrom('matters')
    .select('number')
    .where('parentId', '=', call.id)
    .orderBy('number')
    .execute()
  const numbers = given.map(({ number }) => number)
  const theme = await themeOf(house, call, { answers: numbers, words: ['bus', 'late'] })
  const noor = await house.as('noor')
  await noor.post(`/themes/${theme.number}/choice`, { outcome: 'not-taken-up', reason: WHY })
  await announce(house)
  house.moveOn(22)
  await noor.post(path(call))
  await house.runJobs()
  return { call, theme: theme.number, answer: numbers[0] ?? 0 }
}

/** The reason in Urdu: written by Olga, read by Idris, from the page that names what of the theme can be translated. */
async function translateReason(theme: number): Promise<void> {
  const olga = await house.as('olga')
  const page = await olga.get(`/translations/of/${theme}`)
  expect(page.text()).toContain('Answer of Housing and Land Commission')
  const entry = /name="entry" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const workbench = await begun(house, theme, { language: 'ur', entry })
  await olga.post(`${workbench}/segments`, { 'segment-reason-0': URDU, next: 'offer' })
  await (await house.as('idris')).post(`${workbench}/review`, { outcome: 'shown' })
}

test('the reason of a decision about a theme is read in the reader’s language wherever it stands, marked, with the original', async () => {
  const { call, theme, answer } = await decidedTheme()
  const pages = [path(call), `/themes/${theme}`, `/answers/${answer}`]
  for (const page of pages) expect((await house.visitor().get(page, inUrdu)).text()).toContain(WHY)
  const report = () => house.visitor().get(path(call, '/result.pdf'), inUrdu)
  const before = await report()
  await translateReason(theme)
  for (const page of pages) {
    const { body } = await house.visitor().get(page, inUrdu)
    expect(body).toContain(`lang="ur" dir="rtl">${URDU}`)
    expect(body).toContain('/suggestions/new')
    expect(body).toContain(`<blockquote class="why" lang="en" dir="ltr">${WHY}`)
    const english = await house.visitor().get(page)
    expect(english.text()).toContain(WHY)
    expect(english.text()).not.toContain(URDU)
  }
  expect((await report()).body).not.toBe(before.body)
})

test('a theme that nobody named has its reasons to be translated, and no words of its own', async () => {
  const { theme } = await decidedTheme()
  const page = await (await house.as('olga')).get(`/translations/of/${theme}`)
  expect(page.body).toContain('name="entry"')
  expect(page.body).not.toContain('into-words')
  expect((await house.visitor().get(`/themes/${theme}`)).body).toContain(`/translations/of/${theme}`)
})

test('the name of a theme stands in the reader’s language in a result, as long as it is the name that was translated', async () => {
  const { call, theme } = await decidedTheme()
  const noor = await house.as('noor')
  const desk = await noor.get(`/themes/${theme}/desk`)
  const version = /name="version" value="(\d+)"/.exec(desk.body)?.[1] ?? ''
  await noor.post(`/themes/${theme}/name`, { name: 'Buses that do not come', about: '', version })
  const page = await (await house.as('olga')).get(`/translations/of/${theme}`)
  expect(page.body).toContain('into-words')
  const workbench = await begun(house, theme, { language: 'ur' })
  await (await house.as('olga')).post(`${workbench}/segments`, {
    'segment-title-0': 'بسیں جو نہیں آتیں',
    next: 'offer',
  })
  await (await house.as('idris')).post(`${workbench}/review`, { outcome: 'shown' })
  // The edition was published before it had this name.
  expect((await house.visitor().get(path(call), inUrdu)).text()).not.toContain('بسیں جو نہیں آتیں')
  expect((await house.visitor().get(`/themes/${theme}`, inUrdu)).text()).toContain('بسیں جو نہیں آتیں')
})
