import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { openTestHouse, type TestHouse } from '../../app/testing/open-test-house.ts'
import type { Visitor } from '../../app/testing/visitor.ts'

const HOUR_MS = 3_600_000
const SIGNED_OUT = 'You were signed in here, but that has ended'

const house = await openTestHouse({ isReal: true })
afterAll(() => house.close())

const later = (hours: number) => house.clock.moveOn(hours * HOUR_MS)

/** The next nine o'clock in the morning, when everybody of these tests begins. */
beforeEach(() => {
  const nine = new Date(house.clock.now())
  nine.setUTCHours(9, 0, 0, 0)
  later((nine.getTime() - house.clock.now().getTime()) / HOUR_MS + 24)
})

async function isIn(visitor: Visitor): Promise<boolean> {
  const { status } = await visitor.get('/account')
  // What is written beside the request is there before the clock goes on.
  const { pool } = house.database
  await vi.waitUntil(() => pool.waitingCount === 0 && pool.idleCount === pool.totalCount)
  return status === 200
}

async function usesOf(name: keyof TestHouse['world']['people']) {
  const personId = house.world.people[name].id
  const uses = house.db.selectFrom('sessions').select(['seenOn', 'usedFrom'])
  return uses.where('personId', '=', personId).execute()
}

test('a session that a member uses lives its thirty days; one that nobody uses for two weeks ends', async () => {
  const [used, unused] = [await house.as('nasreen'), await house.as('nasreen')]
  later(13 * 24)
  expect(await isIn(used)).toBe(true)
  later(2 * 24 + 1)
  expect([await isIn(used), await isIn(unused)]).toEqual([true, false])
  later(15 * 24)
  expect(await isIn(used)).toBe(false)
})

test('that of whoever administers, moderates or answers for data ends after twelve hours to eighteen', async () => {
  const ada = await house.as('ada')
  expect(await isIn(ada)).toBe(true)
  later(14)
  expect(await isIn(ada)).toBe(true)
  later(19)
  expect(await isIn(ada)).toBe(false)
})

test('a role that was given while nobody was there shuts the desk too', async () => {
  const olga = await house.as('olga')
  expect(await isIn(olga)).toBe(true)
  later(5 * 24)
  const ada = await house.as('ada')
  const today = house.clock.now()
  const role = {
    email: 'olga@example.org',
    role: 'moderator',
    unit: 'alliance',
    purpose: 'to keep the peace',
  }
  const [from, to] = [today, new Date(today.getTime() + 9 * 24 * HOUR_MS)].map((day) =>
    day.toISOString().slice(0, 10),
  )
  expect((await ada.post('/roles', { ...role, from: from ?? '', to: to ?? '' })).status).toBe(303)
  expect(await isIn(olga)).toBe(false)
})

test('of a member the day is kept, of such a role the quarter of the day, and neither is written twice', async () => {
  await house.db.deleteFrom('sessions').execute()
  const [nasreen, ada] = [await house.as('nasreen'), await house.as('ada')]
  later(4)
  for (const visitor of [nasreen, ada, nasreen, ada]) expect(await isIn(visitor)).toBe(true)
  const [member] = await usesOf('nasreen')
  const [administrator] = await usesOf('ada')
  const today = house.clock.now().toISOString().slice(0, 10)
  expect(member).toEqual({ seenOn: today, usedFrom: null })
  expect(administrator).toEqual({ seenOn: today, usedFrom: new Date(`${today}T12:00:00Z`) })
  const before = await versionOfRows()
  later(1)
  for (const visitor of [nasreen, ada]) expect(await isIn(visitor)).toBe(true)
  expect(await versionOfRows()).toEqual(before)
})

/** Changes whenever a row is written, even with what it held. */
async function versionOfRows() {
  const rows = await house.db.selectFrom('sessions').select('id').orderBy('id').execute()
  const { rows: versions } = await house.database.pool.query(
    'select xmin::text, ctid::text from sessions order by id',
  )
  return rows.map(({ id }, place) => ({ id, ...versions[place] }))
}

test('whoever comes to a page is told that the session ended, and where they were going is kept', async () => {
  const nasreen = await house.as('nasreen')
  later(16 * 24)
  const reply = await nasreen.get('/account/tokens/new')
  expect([reply.status, reply.location]).toEqual([303, '/sign-in?to=%2Faccount%2Ftokens%2Fnew'])
  expect((await nasreen.get(reply.location)).text()).toContain(SIGNED_OUT)
  expect((await house.visitor().get('/sign-in')).text()).not.toContain(SIGNED_OUT)
  expect((await nasreen.get('/')).status).toBe(200)
})

test('what was typed in a form is given back, and sent from there once they signed in', async () => {
  const idris = await house.as('idris')
  later(16 * 24)
  const words = 'A long reason, over two lines,\nthat nobody wants to write a second time.'
  const page = await idris.post('/account/tokens', {
    name: 'My <script>',
    words,
    scopes: ['desk:read', 'answers:write'],
  })
  expect([page.status, page.headers['cache-control']]).toEqual([401, 'no-store'])
  expect(page.text()).toContain('nothing you typed is lost')
  expect(page.body).toContain('action="/account/tokens"')
  expect(page.body).toContain(`>${words.replace('<', '&lt;')}</textarea>`)
  expect(page.body).toContain('name="name" value="My &lt;script>"')
  expect(page.body.match(/name="scopes"/g)).toHaveLength(2)
  expect(page.body).toMatch(/name="once" value="[^"]{16,}"/)
  expect((await idris.postJson('/account/tokens', {})).body).toContain('/problems/access.sign-in')
})

test('a hand-in written while the session ended is kept as a draft, as ever', async () => {
  const nasreen = await house.as('nasreen')
  later(16 * 24)
  const page = await nasreen.post('/submissions', {
    title: 'A bench at the stop',
    words: 'There is none, and people wait long.',
    authorship: 'named',
    signed_in: 'yes',
  })
  expect([page.status, page.body.includes('A bench at the stop')]).toEqual([422, true])
})

test('idle sessions are forgotten within the hour, a member’s used one is not', async () => {
  await house.db.deleteFrom('sessions').execute()
  const [nasreen, ada] = [await house.as('nasreen'), await house.as('ada')]
  expect([await isIn(nasreen), await isIn(ada)]).toEqual([true, true])
  later(30)
  await house.runJobs()
  expect([(await usesOf('nasreen')).length, (await usesOf('ada')).length]).toEqual([1, 0])
  later(15 * 24)
  await house.runJobs()
  expect(await usesOf('nasreen')).toEqual([])
})
