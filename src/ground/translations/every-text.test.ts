import { afterAll, expect, test } from 'vitest'
import { announced } from '../../app/testing/announced.ts'
import { handedIn } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { twoThemes } from '../../app/testing/themed-call.ts'
import { DAMP, makeTranslators, translated } from './testing/translators.ts'

const house = await openTestHouse()
afterAll(() => house.close())
await makeTranslators(house)

/** Begun and written by Olga, read by Idris. */
async function inUrdu(name: Record<string, string>, segments: Record<string, string>): Promise<void> {
  const olga = await house.as('olga')
  const begun = await olga.post('/translations', { ...name, language: 'ur' })
  expect(begun.status).toBe(303)
  const kept = await olga.post(`${begun.location}/segments`, { ...segments, next: 'offer' })
  expect(kept.location).toContain('done=offered')
  const read = await (await house.as('idris')).post(`${begun.location}/review`, { outcome: 'shown' })
  expect(read.status).toBe(303)
}

const urdu = async (path: string) => (await house.visitor().get(`${path}?lang=ur`)).text()
const queue = async () => (await (await house.as('olga')).get('/translations?to=ur')).text()

test('a gathering is read in Urdu: on its page, in lists and in the feed, with the original beside it', async () => {
  const { number, path } = await announced(house)
  expect(await queue()).toContain('Gatherings to come')
  await inUrdu(
    { number: String(number) },
    { 'segment-title-0': 'مل بروک میں رہنا کیسے آسان ہو؟', 'segment-about-0': 'پڑوسی کو **ساتھ** لائیں۔' },
  )
  const page = await house.visitor().get(`${path}?lang=ur`)
  expect(page.body).toMatch(/<h1[^>]*lang="ur"[^>]*>مل بروک/)
  expect(page.body).toContain('<strong>ساتھ</strong>')
  expect(page.text()).toContain('What would make Millbrook easier')
  expect(page.body).toContain('/suggestions/new')
  for (const list of ['/gatherings', '/units/millbrook/gatherings', '/units/millbrook'])
    expect(await urdu(list)).toContain('مل بروک میں رہنا کیسے')
  expect((await house.visitor().get('/gatherings.atom?lang=ur')).body).toContain('مل بروک میں رہنا کیسے')
  expect((await house.visitor().get(`${path}?lang=en`)).text()).not.toContain('مل بروک میں')
  const told = await house.visitor().getJson(`/api/v1${path}`)
  expect(told.json()).toMatchObject({ language: 'en', title: 'What would make Millbrook easier to live in?' })
})

test('a theme that people named is read in Urdu; one that only the method knows is nobody’s to translate', async () => {
  const { call, buses, trains } = await twoThemes(house)
  const begin = async ({ number }: { number: number }) =>
    (await (await house.as('olga')).post('/translations', { number: String(number), language: 'ur' })).status
  expect(await begin(trains)).toBe(404)
  const named = { name: 'Rural buses', about: 'They stop too early.', language: 'en', version: '1' }
  await (await house.as('noor')).post(`/themes/${buses.number}/name`, named)
  expect(await queue()).toContain('Rural buses')
  await inUrdu(
    { number: String(buses.number) },
    { 'segment-title-0': 'دیہی بسیں', 'segment-about-0': 'وہ بہت جلدی بند ہو جاتی ہیں۔' },
  )
  const page = await urdu(`/themes/${buses.number}`)
  expect(page).toContain('دیہی بسیں')
  expect(page).toContain('وہ بہت جلدی بند')
  expect(page).toContain('Rural buses')
  expect(await urdu(`/calls/${call.number}/themes`)).toContain('دیہی بسیں')
})

const NOTICE = {
  title: 'Letters from the survey',
  summary: 'We read them and count.',
  purpose: 'To plan.',
  kept: 'Your words.',
  seen: 'Two clerks.',
  published: 'Counts.',
  objecting: 'Write to us.',
}

test('a notice is read in Urdu at its page and in the register, until its words change', async () => {
  const ada = await house.as('ada')
  const text = Object.fromEntries(Object.entries(NOTICE).map(([part, words]) => [`en-${part}`, words]))
  const terms = {
    ...{ slug: 'survey-letters', unit: 'alliance', original: 'en', basis: 'consent' },
    ...{ special_basis: 'explicit-consent', purposes: 'to-count', recipients: 'clerks', publishes: 'counts' },
  }
  expect((await ada.post('/notices', { ...terms, ...text })).status).toBe(303)
  expect(await queue()).toContain('Letters from the survey')
  const segments = Object.keys(NOTICE).map((part) => [`segment-${part}-0`, `اردو ${part}`])
  await inUrdu({ notice: 'survey-letters' }, Object.fromEntries(segments))
  const page = await urdu('/notices/survey-letters')
  expect(page).toContain('اردو objecting')
  expect(page).toContain('Write to us.')
  expect(await urdu('/notices')).toContain('اردو title')
  expect(await urdu('/translations/of/notices/survey-letters')).toContain('اردو summary')
  const version = { ...terms, ...text, 'en-seen': 'Four clerks.', 'en-changed': 'Two clerks more.' }
  expect((await ada.post('/notices/survey-letters/versions', version)).status).toBe(303)
  expect(await urdu('/notices/survey-letters')).not.toContain('اردو seen')
})

test('an Urdu submission is found by a word of its English translation, and the list shows it by that', async () => {
  const damp = await handedIn(house, DAMP)
  await translated(house, damp.number)
  const found = await house.visitor().get('/submissions?q=painter&lang=en')
  expect(found.text()).toContain('A damp inspection')
  expect(found.text()).toContain('translated from Urdu')
  expect(found.body).toMatch(/lang="en" dir="ltr"><a[^>]*>A damp inspection/)
  for (const list of ['/units/alliance', '/units/alliance.atom', '/bodies/housing'])
    expect((await house.visitor().get(`${list}?lang=en`)).body).toContain('A damp inspection')
  expect((await (await house.as('noor')).get('/bodies/housing/desk?lang=en')).text()).toContain(
    'A damp inspection',
  )
  expect((await house.visitor().get('/submissions.atom?lang=en')).body).toContain('A damp inspection')
})

test('a wish for a notice is counted; a text that is not there cannot be wished for', async () => {
  const wish = (name: Record<string, string>) =>
    house.visitor().post('/translations/wishes', { ...name, language: 'pl' })
  expect((await wish({ notice: 'survey-letters' })).location).toContain(
    '/translations/of/notices/survey-letters',
  )
  expect((await wish({ notice: 'nothing-of-that-name' })).status).toBe(404)
  expect((await wish({})).status).toBe(404)
})
