import { afterAll, beforeEach, expect, test } from 'vitest'
import { announce, handedIn } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())
beforeEach(async () => {
  await house.db.deleteFrom('followings').execute()
  await house.db.deleteFrom('lettersOut').execute()
})

const READER = 'reader@example.org'

const letters = () => house.db.selectFrom('lettersOut').selectAll().where('toAddress', '=', READER).execute()
const ask = (number: number, email = READER) =>
  house.visitor().post('/following', { matter: String(number), email })
const linkIn = (text: string) => /\/following\/[0-9a-f-]+\.[\w-]+/.exec(text)?.[0] ?? ''

async function follower(number: number) {
  await house.db.deleteFrom('lettersOut').execute()
  await ask(number)
  const [letter] = await letters()
  const link = linkIn(letter?.text ?? '')
  await house.visitor().post(`${link}/confirmation`)
  await house.db.deleteFrom('lettersOut').execute()
  return link
}

async function refuse(path: string) {
  const noor = await house.as('noor')
  await noor.post(`${path}/decision`, { outcome: 'refused', reason: 'There is no money this year.' })
  await announce(house)
  await house.runJobs()
}

test('letters begin only after the reader said yes, and one tells of each step', async () => {
  const matter = await handedIn(house)
  expect((await ask(matter.number)).location).toBe('/following/asked')
  await refuse(matter.path)
  expect(await letters()).toHaveLength(1)
  const second = await handedIn(house)
  const link = await follower(second.number)
  await refuse(second.path)
  const told = await letters()
  expect(told).toHaveLength(1)
  expect(told[0]?.text).toContain('There is no money this year.')
  expect(told[0]?.stopUrl).toContain(`${link}/end`)
  await house.runJobs()
  expect(await letters()).toHaveLength(1)
})

test('one click ends them, twice is no mistake, and the address is gone', async () => {
  const matter = await handedIn(house)
  const link = await follower(matter.number)
  expect((await house.visitor().get(link)).text()).toContain('You follow this story')
  expect(await house.db.selectFrom('followings').select('id').execute()).toHaveLength(1)
  expect((await house.visitor().post(`${link}/end`)).status).toBe(200)
  expect((await house.visitor().post(`${link}/end`)).status).toBe(200)
  expect(await house.db.selectFrom('followings').select('id').execute()).toEqual([])
  await refuse(matter.path)
  expect(await letters()).toEqual([])
})

test('asking again says the same and writes nothing more; nobody is flooded', async () => {
  const matter = await handedIn(house)
  const replies = await Promise.all([ask(matter.number), ask(matter.number)])
  expect(new Set(replies.map(({ location }) => location)).size).toBe(1)
  expect(await letters()).toHaveLength(1)
  for (let at = 0; at < 8; at += 1) await ask((await handedIn(house)).number)
  expect(await letters()).toHaveLength(5)
})

test('a forged link opens nothing; a wrong address is said', async () => {
  const matter = await handedIn(house)
  const link = await follower(matter.number)
  expect((await house.visitor().get(`${link.slice(0, -2)}xx`)).status).toBe(404)
  expect((await ask(matter.number, 'nobody')).status).toBe(422)
  expect((await ask(999_999)).status).toBe(404)
})

test('an author with an address hears of a decision once', async () => {
  const matter = await handedIn(house, { email: READER })
  await follower(matter.number)
  await refuse(matter.path)
  expect(await letters()).toHaveLength(1)
})

test('an author who follows gets one letter for each step: their own for a decision, the follower’s for the others', async () => {
  const matter = await handedIn(house, { email: READER })
  await follower(matter.number)
  await (await house.as('noor')).post(`${matter.path}/consideration`)
  await house.runJobs()
  await house.runJobs()
  expect((await letters()).map(({ text }) => text)).toEqual([expect.stringContaining('/following/')])
  await refuse(matter.path)
  await house.runJobs()
  const told = await letters()
  expect(told).toHaveLength(2)
  expect(told.filter(({ text }) => text.includes('There is no money this year.'))).toHaveLength(1)
})

test('an author of what was merged hears of the other as an author alone, though they follow it', async () => {
  const kept = await handedIn(house)
  const joined = await handedIn(house, { email: READER })
  const noor = await house.as('noor')
  const merge = { outcome: 'merged', reason: 'The same wish.', merge_into: String(kept.number) }
  await noor.post(`${joined.path}/decision`, merge)
  await announce(house)
  await house.runJobs()
  await follower(kept.number)
  await refuse(kept.path)
  await house.runJobs()
  expect(await letters()).toHaveLength(1)
})

test('an anonymous hand-in follows nothing, whatever address was typed', async () => {
  await handedIn(house, { authorship: 'anonymous', email: READER })
  await house.runJobs()
  expect(await house.db.selectFrom('followings').select('id').execute()).toEqual([])
  expect(await letters()).toEqual([])
})

test('who did not answer is forgotten after three days', async () => {
  await ask((await handedIn(house)).number)
  house.moveOn(4)
  await house.runJobs()
  expect(await house.db.selectFrom('followings').select('id').execute()).toEqual([])
})

test('each story has a feed', async () => {
  const matter = await handedIn(house)
  await refuse(matter.path)
  const feed = await house.visitor().get(`${matter.path}.atom`)
  expect(feed.headers['content-type']).toContain('application/atom+xml')
  expect(feed.body).toContain('There is no money this year.')
  expect((await house.visitor().get('/submissions/999999.atom')).status).toBe(404)
})
