import { afterAll, expect, test } from 'vitest'
import { inLetterTo, lettersTo, SIGN_IN } from '../../app/testing/letters.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

async function linkFor(email: string): Promise<string> {
  await house.visitor().post('/sign-in', { email, to: '/submissions/new' })
  return inLetterTo(house, email, SIGN_IN)
}

test('a link signs in once, and leads to where one wanted to go', async () => {
  const link = await linkFor('nasreen@example.org')
  const nasreen = house.visitor()
  expect((await nasreen.get(link)).text()).toContain('Sign in now')
  const reply = await nasreen.post(link)
  expect([reply.status, reply.location]).toEqual([303, '/submissions/new'])
  expect((await nasreen.get('/submissions/new')).text()).toContain('Nasreen Akhtar')
  expect((await house.visitor().post(link)).status).toBe(422)
})

test('of two who use one link at once, one gets in', async () => {
  const link = await linkFor('noor@example.org')
  const replies = await Promise.all([house.visitor().post(link), house.visitor().post(link)])
  expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 422])
})

test('a link is dead after ten minutes', async () => {
  const link = await linkFor('gwen@example.org')
  house.clock.moveOn(11 * 60_000)
  expect((await house.visitor().post(link)).status).toBe(422)
})

test('an unknown address is answered in the same words, and no letter goes out', async () => {
  const known = await house.visitor().post('/sign-in', { email: 'olga@example.org' })
  const unknown = await house.visitor().post('/sign-in', { email: 'nobody@example.org' })
  expect([unknown.status, unknown.location, unknown.body]).toEqual([known.status, known.location, known.body])
  expect(await lettersTo(house, 'nobody@example.org')).toEqual([])
  expect(await house.db.selectFrom('signInRequests').select('id').execute()).toEqual([])
})

test('nobody’s box is flooded', async () => {
  for (let request = 0; request < 8; request += 1) await linkFor('femi@example.org')
  expect(await lettersTo(house, 'femi@example.org')).toHaveLength(4)
})

test('the way on never leads out of the house', async () => {
  await house.visitor().post('/sign-in', { email: 'idris@example.org', to: '//evil.example/' })
  await house.runJobs()
  const { goesTo } = await house.db
    .selectFrom('signInLinks')
    .innerJoin('people', 'people.id', 'signInLinks.personId')
    .select('goesTo')
    .where('email', '=', 'idris@example.org')
    .executeTakeFirstOrThrow()
  expect(goesTo).toBe('/')
})

test('a session cookie planted before signing in is worth nothing after', async () => {
  const planted = 'planted-planted-planted-planted-planted'
  const link = await linkFor('ada@example.org')
  await house.server.inject({ method: 'POST', url: link, headers: { cookie: `__Host-session=${planted}` } })
  const page = await house.server.inject({
    url: '/submissions/new',
    headers: { cookie: `__Host-session=${planted}` },
  })
  expect(page.body).not.toContain('Ada Novak')
})

test('signing out ends the session on our side too', async () => {
  const olga = await house.as('olga')
  await olga.post('/sign-out')
  const sessions = await house.db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.personId')
    .select('sessions.id')
    .where('email', '=', 'olga@example.org')
    .execute()
  expect(sessions).toEqual([])
})
