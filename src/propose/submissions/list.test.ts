import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { listSubmissions } from './list-submissions.ts'

const now = new Date()
const ABOVE_A_DAY = 30 * 3_600_000

const house = await openTestHouse()
afterAll(() => house.close())
beforeAll(async () => {
  const said: [string, string][] = [
    ['Warm rooms in every library', 'Old people are cold at home.'],
    ['Buses after midnight', 'Nurses walk home in the dark.'],
    ['ہر محلے میں کتب خانہ', 'بچوں کے لیے پڑھنے کی جگہ نہیں ہے'],
    ['A café for carers', 'Somewhere to sit down.'],
  ]
  for (const [title, words] of said) {
    await house
      .visitor()
      .postJson('/api/v1/submissions', { title, words, authorship: 'named', to: 'housing' })
    house.clock.moveOn(ABOVE_A_DAY)
  }
})

interface List {
  submissions: { number: number; title: string }[]
  next: string | null
}

async function titles(search: string): Promise<string[]> {
  const list = (await house.visitor().getJson(`/api/v1/submissions?${search}`)).json() as List
  return list.submissions.map(({ title }) => title)
}

test('words are found in titles and in what was said, in any script, with or without accents', async () => {
  expect(await titles('q=library')).toEqual(['Warm rooms in every library'])
  expect(await titles('q=nurses')).toEqual(['Buses after midnight'])
  expect(await titles('q=cafe')).toEqual(['A café for carers'])
  expect(await titles(`q=${encodeURIComponent('کتب خانہ')}`)).toEqual(['ہر محلے میں کتب خانہ'])
  expect(await titles('q=zebra')).toEqual([])
})

test('whichever way a search looks, it finds the same, in the same order', async () => {
  const never = { filtered: 0, further: 0, daily: 9, lately: 0, rare: 9 }
  const ways = {
    'from day to day': { ...never, lately: 9 },
    'from day to day, by the list of each': { ...never, lately: 9, daily: 0 },
    'by the index of words': never,
    'further back, since too many have them': { ...never, rare: 1 },
  }
  for (const [way, bounds] of Object.entries(ways)) {
    const first = await listSubmissions(house.db, { q: 'for or every' }, { now, most: 1, bounds })
    const second = await listSubmissions(
      house.db,
      { q: 'for or every', after: first.next ?? '' },
      { now, most: 1, bounds },
    )
    const found = [...first.submissions, ...second.submissions].map(({ title }) => title)
    expect([found, second.next], way).toEqual([['A café for carers', 'Warm rooms in every library'], null])
  }
})

test('a number finds its submission', async () => {
  expect(await titles('q=2001')).toEqual(['Warm rooms in every library'])
})

test('filters narrow, newest first; what cannot be read is left out', async () => {
  expect(await titles('body=housing&state=open')).toHaveLength(4)
  expect(await titles('state=refused')).toEqual([])
  expect(await titles('kind=nonsense')).toHaveLength(4)
  expect((await titles(''))[0]).toBe('A café for carers')
})

test('the feed is Atom, and what stands in it cannot break out', async () => {
  await house
    .visitor()
    .postJson('/api/v1/submissions', { title: 'Tea & <b>bread</b>', words: 'For all.', authorship: 'named' })
  const feed = await house.visitor().get('/submissions.atom')
  expect(feed.headers['content-type']).toContain('application/atom+xml')
  expect(feed.body).toContain('Tea &amp; &lt;b&gt;bread&lt;/b&gt;')
})

test('pages follow one another without a gap or a repeat', async () => {
  for (let count = 0; count < 25; count += 1) {
    await house
      .visitor()
      .postJson('/api/v1/submissions', { title: `Paging ${count}`, words: 'x', authorship: 'anonymous' })
  }
  const first = (await house.visitor().getJson('/api/v1/submissions')).json() as List
  const second = (await house.visitor().getJson(`/api/v1/submissions?after=${first.next}`)).json() as List
  const numbers = [...first.submissions, ...second.submissions].map(({ number }) => number)
  expect(new Set(numbers).size).toBe(30)
  expect(second.next).toBeNull()
  expect((await house.visitor().get('/submissions?after=rubbish')).status).toBe(200)
})

test('a public list may be kept by caches, and says 304 to whoever has it', async () => {
  const first = await house.visitor().get('/submissions')
  expect(first.headers['cache-control']).toContain('public')
  const again = await house
    .visitor()
    .get('/submissions', { headers: { 'if-none-match': String(first.headers.etag) } })
  expect(again.status).toBe(304)
  expect((await (await house.as('olga')).get('/submissions')).headers['cache-control']).toBe('no-store')
})
