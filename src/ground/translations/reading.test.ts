import { afterAll, expect, test } from 'vitest'
import { announce, handedIn } from '../../app/testing/handed-in.ts'
import { lettersTo } from '../../app/testing/letters.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { begun, DAMP, ENGLISH, makeTranslators, translated } from './testing/translators.ts'

const house = await openTestHouse()
afterAll(() => house.close())
await makeTranslators(house)

const inEnglish = (path: string) => house.visitor().get(`${path}?lang=en`)

test('it is found by words of either language, and lists show the reader’s', async () => {
  const damp = await handedIn(house, DAMP)
  await translated(house, damp.number)
  for (const q of ['معائنہ', 'painter'])
    expect((await house.visitor().getJson(`/submissions?q=${encodeURIComponent(q)}`)).body).toContain(
      `/submissions/${damp.number}`,
    )
  const list = (await inEnglish('/submissions')).text()
  expect(list).toContain('A damp inspection')
  expect(list).toContain('translated from Urdu')
  expect((await inEnglish('/')).text()).toContain('A damp inspection')
})

test('a commission reads it in English and answers; the answer goes back in Urdu, by letter and on the page', async () => {
  const damp = await handedIn(house, { ...DAMP, email: 'back@example.org' })
  await translated(house, damp.number)
  const noor = await house.as('noor')
  expect((await noor.get(`/bodies/housing/desk?matter=${damp.number}&lang=en`)).text()).toContain(
    'My son coughs',
  )
  await noor.post(`${damp.path}/decision`, {
    outcome: 'answered',
    reason: 'Call our helpline.',
    language: 'en',
  })
  await announce(house)
  await house.runJobs()
  await house.runJobs()
  const queue = await (await house.as('olga')).get('/translations?to=ur')
  expect(queue.text()).toContain(`Answer of Housing and Land Commission to ${damp.number}`)
  const entry = /name="entry" value="([0-9a-f-]+)"/.exec(queue.body)?.[1] ?? ''
  const path = await begun(house, damp.number, { language: 'ur', entry })
  const olga = await house.as('olga')
  await olga.post(`${path}/segments`, { 'segment-reason-0': 'ہماری ہیلپ لائن کو فون کریں۔', next: 'offer' })
  await (await house.as('idris')).post(`${path}/review`, { outcome: 'shown' })
  expect((await house.visitor().get(`${damp.path}?lang=ur`)).text()).toContain('ہیلپ لائن کو فون')
  await house.runJobs()
  const letters = await lettersTo(house, 'back@example.org')
  expect(letters.filter(({ text }) => text.includes('ہیلپ لائن کو فون'))).toHaveLength(1)
})

test('a reader says it better without an account; a translator takes it, and it is shown at once', async () => {
  const damp = await handedIn(house, DAMP)
  const path = await translated(house, damp.number)
  const visitor = house.visitor()
  expect((await visitor.get(`${path}/suggestions/new`)).body).toContain('The landlord sends a painter.')
  expect((await visitor.post(`${path}/suggestions`, ENGLISH)).status).toBe(422)
  const better = { ...ENGLISH, 'segment-words-1': 'The landlord sends a man with paint.' }
  expect((await visitor.post(`${path}/suggestions`, better)).status).toBe(303)
  expect((await inEnglish(damp.path)).text()).not.toContain('a man with paint')
  const idris = await house.as('idris')
  const id = /suggestions\/([0-9a-f-]+)\/decision/.exec((await idris.get(path)).body)?.[1] ?? ''
  const replies = await Promise.all(
    [1, 2].map(() => idris.post(`/translations/suggestions/${id}/decision`, { outcome: 'taken' })),
  )
  expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 409])
  expect((await inEnglish(damp.path)).text()).toContain('a man with paint')
})

test('a reader’s wish is counted and stands in the queue', async () => {
  const damp = await handedIn(house, DAMP)
  for (let at = 0; at < 2; at += 1)
    await house.visitor().post('/translations/wishes', { number: String(damp.number), language: 'pl' })
  expect((await house.visitor().get('/translations?to=pl')).text()).toContain('2 readers wished for it')
  const same = await house
    .visitor()
    .post('/translations/wishes', { number: String(damp.number), language: 'ur' })
  expect(same.status).toBe(422)
  expect((await house.visitor().post('/translations/wishes', { number: '1', language: 'pl' })).status).toBe(
    404,
  )
})

test('held words are shown in no language', async () => {
  const damp = await handedIn(house, DAMP)
  const path = await translated(house, damp.number)
  await house.db
    .updateTable('matters')
    .set({ visibility: 'held' })
    .where('number', '=', damp.number)
    .execute()
  expect((await inEnglish(damp.path)).text()).not.toContain('My son coughs')
  expect((await inEnglish(`/translations/of/${damp.number}`)).status).toBe(404)
  expect((await (await house.as('olga')).get(path)).status).toBe(404)
  expect((await inEnglish('/submissions')).text()).not.toContain(`Idea ${damp.number}`)
})

test('erased words are erased in every language', async () => {
  const damp = await handedIn(house, DAMP)
  const path = await translated(house, damp.number)
  const gone = await house.visitor().post(`${damp.path}/erasure`, { key: damp.key ?? '', sure: 'yes' })
  expect(gone.status).toBe(200)
  const id = path.split('/').at(-1) ?? ''
  for (const table of ['translationSegments', 'translationParts'] as const)
    expect(
      await house.db.selectFrom(table).select('words').where('translationId', '=', id).execute(),
    ).toEqual([])
  expect((await house.visitor().getJson('/submissions?q=painter')).body).not.toContain(`/${damp.number}"`)
})
