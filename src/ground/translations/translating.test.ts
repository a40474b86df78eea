import { afterAll, expect, test } from 'vitest'
import { handedIn } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { begun, DAMP, ENGLISH, makeTranslators } from './testing/translators.ts'

const house = await openTestHouse()
afterAll(() => house.close())
await makeTranslators(house)

const inEnglish = (path: string) => house.visitor().get(`${path}?lang=en`)

test('one writes, another reads, and readers of the language see it beside the original', async () => {
  const damp = await handedIn(house, DAMP)
  const path = await begun(house, damp.number)
  const olga = await house.as('olga')
  const work = await olga.get(path)
  expect(work.body).toContain('lang="ur" dir="rtl"')
  expect((await olga.post(`${path}/segments`, { ...ENGLISH })).location).toContain('done=kept')
  expect((await inEnglish(damp.path)).text()).not.toContain('My son coughs')
  expect((await olga.post(`${path}/segments`, { ...ENGLISH, next: 'offer' })).location).toContain(
    'done=offered',
  )
  expect((await inEnglish(damp.path)).text()).not.toContain('My son coughs')
  await (await house.as('idris')).post(`${path}/review`, { outcome: 'shown' })
  const page = (await inEnglish(damp.path)).text()
  expect(page).toContain('My son coughs all winter.')
  expect(page).toContain(
    'Translated from Urdu by volunteers, and read by a second one. The original is what counts.',
  )
  expect(page).toContain('مالک مکان رنگ والا بھیجتا ہے۔')
  expect((await house.visitor().get(`${damp.path}?lang=ur`)).text()).not.toContain('My son coughs')
})

test('nobody reads their own work, and nobody works in a language they did not name', async () => {
  const damp = await handedIn(house, DAMP)
  const path = await begun(house, damp.number)
  const olga = await house.as('olga')
  await olga.post(`${path}/segments`, { ...ENGLISH, next: 'offer' })
  expect((await olga.post(`${path}/review`, { outcome: 'shown' })).status).toBe(403)
  const nasreen = await house.as('nasreen')
  expect((await nasreen.get(path)).status).toBe(403)
  expect((await nasreen.post(`${path}/review`, { outcome: 'shown' })).status).toBe(403)
  expect((await nasreen.post('/translations', { number: String(damp.number), language: 'en' })).status).toBe(
    403,
  )
  expect((await house.visitor().get(path)).status).toBe(303)
  expect((await (await house.as('noor')).get(path)).status).toBe(403)
})

test('what is not all there is not offered; what was changed goes back to be read again', async () => {
  const damp = await handedIn(house, DAMP)
  const path = await begun(house, damp.number)
  const olga = await house.as('olga')
  const half = await olga.post(`${path}/segments`, { 'segment-title-0': 'A damp inspection', next: 'offer' })
  expect(half.status).toBe(422)
  expect(half.text()).toContain('A paragraph is still empty')
  expect((await olga.get(path)).body).toContain('A damp inspection')
  await olga.post(`${path}/segments`, { ...ENGLISH, next: 'offer' })
  await olga.post(`${path}/segments`, { 'segment-words-1': 'The landlord sends a man with paint.' })
  const idris = await house.as('idris')
  expect((await idris.post(`${path}/review`, { outcome: 'shown' })).status).toBe(409)
})

test('it can be given back, with what should be changed', async () => {
  const damp = await handedIn(house, DAMP)
  const path = await begun(house, damp.number)
  const olga = await house.as('olga')
  await olga.post(`${path}/segments`, { ...ENGLISH, next: 'offer' })
  const idris = await house.as('idris')
  expect((await idris.post(`${path}/review`, { outcome: 'returned', note: '' })).status).toBe(422)
  await idris.post(`${path}/review`, { outcome: 'returned', note: 'Winter is missing.' })
  expect((await olga.get(path)).text()).toContain('It was read and given back: Winter is missing.')
})

test('two readers at once: one shows it', async () => {
  const damp = await handedIn(house, DAMP)
  const path = await begun(house, damp.number)
  await (await house.as('olga')).post(`${path}/segments`, { ...ENGLISH, next: 'offer' })
  const idris = await house.as('idris')
  const replies = await Promise.all([1, 2].map(() => idris.post(`${path}/review`, { outcome: 'shown' })))
  expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 409])
})

test('two writers at once: nothing of either is lost unseen', async () => {
  const damp = await handedIn(house, DAMP)
  const path = await begun(house, damp.number)
  const [olga, idris] = [await house.as('olga'), await house.as('idris')]
  const seen = String(house.clock.now().getTime())
  house.clock.moveOn(1_000)
  await olga.post(`${path}/segments`, { 'segment-words-0': 'Hers.', seen })
  const his = await idris.post(`${path}/segments`, {
    'segment-words-0': 'His.',
    'segment-words-1': 'His too.',
    seen,
  })
  expect(his.location).toContain('kept-others')
  const page = await idris.get(path)
  expect(page.body).toContain('Hers.')
  expect(page.body).toContain('His too.')
})

test('what is written in the wrong language is not offered in its own', async () => {
  const damp = await handedIn(house, DAMP)
  const olga = await house.as('olga')
  const same = await olga.post('/translations', { number: String(damp.number), language: 'ur' })
  expect(same.status).toBe(409)
})

test('a translator says into which languages, from those that people write here', async () => {
  const nasreen = await house.as('nasreen')
  const reply = await nasreen.post('/translations/languages', { languages: ['cy', 'pa', 'xx-nowhere'] })
  expect(reply.status).toBe(303)
  const page = await nasreen.get('/translations')
  expect(page.body.match(/<input[^>]*name="languages"[^>]*checked/g)).toHaveLength(2)
  expect((await house.visitor().post('/translations/languages', { languages: ['cy'] })).status).toBe(303)
  expect((await (await house.as('noor')).post('/translations/languages', { languages: ['cy'] })).status).toBe(
    403,
  )
})
