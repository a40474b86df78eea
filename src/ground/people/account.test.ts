import { afterAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

test('a recovery code signs in once, and new codes end the old ones', async () => {
  const nasreen = await house.as('nasreen')
  const codes = ((await nasreen.postJson('/account/recovery-codes', {})).json() as { codes: string[] }).codes
  expect(codes).toHaveLength(8)
  const spoken = (codes[0] ?? '').toLowerCase().replaceAll('-', ' ')
  expect((await house.visitor().post('/sign-in/recovery', { code: spoken })).status).toBe(303)
  expect((await house.visitor().post('/sign-in/recovery', { code: spoken })).status).toBe(422)
  await nasreen.postJson('/account/recovery-codes', {})
  expect((await house.visitor().post('/sign-in/recovery', { code: codes[1] ?? '' })).status).toBe(422)
})

test('a session is ended from another device, and not by somebody else', async () => {
  const [phone, laptop, olga] = [await house.as('idris'), await house.as('idris'), await house.as('olga')]
  const { here } = (await phone.getJson('/account')).json() as { here: string }
  await olga.post(`/account/sessions/${here}/end`)
  expect((await phone.get('/account')).status).toBe(200)
  await laptop.post(`/account/sessions/${here}/end`)
  expect((await phone.get('/account')).status).toBe(303)
  expect((await laptop.get('/account')).text()).toContain('this device')
})

test('a token does what its scopes say, until it ends or is taken back', async () => {
  const noor = await house.as('noor')
  const reply = await noor.postJson('/account/tokens', {
    name: 'My script',
    scopes: ['submissions:write'],
    days: 7,
  })
  const { token } = reply.json() as { token: string }
  const words = { title: 'By a program', words: 'It was handed in by a program.', authorship: 'named' }
  const send = () =>
    house.visitor().postJson('/api/v1/submissions', words, { authorization: `Bearer ${token}` })
  const made = (await send()).json() as { number: number }
  expect((await house.visitor().get(`/submissions/${made.number}`)).text()).toContain('from Noor Haddad')
  const other = await house
    .visitor()
    .postJson(
      '/account/tokens',
      { name: 'x', scopes: ['desk:read'], days: 7 },
      { authorization: `Bearer ${token}` },
    )
  expect(other.status).toBe(403)
  house.moveOn(8)
  const late = await send()
  expect([late.status, late.body.includes('/problems/access.token')]).toEqual([401, true])
})

test('a token without a scope, or for ever, cannot be made', async () => {
  const noor = await house.as('noor')
  const page = await noor.post('/account/tokens', { name: 'x', days: '7' })
  expect([page.status, page.text().includes('Choose at least one thing')]).toEqual([422, true])
  expect((await noor.post('/account/tokens', { name: 'x', scopes: 'desk:read', days: '4000' })).status).toBe(
    422,
  )
})

test('a passkey challenge is good once and for nobody else', async () => {
  const { challenge } = (await house.visitor().postJson('/sign-in/passkey/challenge', {})).json() as {
    challenge: string
  }
  const answer = {
    challenge,
    response: { id: 'unknown', rawId: 'unknown', type: 'public-key', response: {} },
  }
  expect((await house.visitor().postJson('/sign-in/passkey', answer)).status).toBe(422)
  expect(
    await house.db.selectFrom('passkeyChallenges').select('id').where('id', '=', challenge).execute(),
  ).toEqual([])
})

test('keys of one’s own are made by who signed in within a quarter of an hour; others sign in again, and come back', async () => {
  const idris = await house.as('idris')
  house.clock.moveOn(16 * 60_000)
  const madeBefore = await keysOf('idris')
  const acts = [
    '/account/recovery-codes',
    '/account/passkeys/options',
    '/account/passkeys',
    '/account/tokens',
  ]
  for (const path of [...acts, '/account/passkeys/00000000-0000-4000-8000-000000000001/removal']) {
    const reply = await idris.postJson(path, { name: 'x', scopes: ['desk:read'], days: 7 })
    expect({ path, status: reply.status, body: reply.body }).toEqual({
      path,
      status: 403,
      body: expect.stringContaining('/problems/access.not-fresh'),
    })
  }
  expect((await idris.post('/account/recovery-codes')).text()).toContain('Show once more that it is you')
  expect((await idris.get('/account/tokens/new')).body).toContain('value="/account/tokens/new"')
  expect(await keysOf('idris')).toEqual(madeBefore)
  expect((await idris.get('/account')).status).toBe(200)
  const again = await house.as('idris')
  expect((await again.get('/sign-in/again?to=/account')).location).toBe('/account')
  expect((await again.postJson('/account/recovery-codes', {})).status).toBe(201)
})

async function keysOf(name: keyof TestHouse['world']['people']) {
  const personId = house.world.people[name].id
  const of = (table: 'recoveryCodes' | 'accessTokens' | 'passkeys') =>
    house.db.selectFrom(table).select('id').where('personId', '=', personId).execute()
  return Promise.all([of('recoveryCodes'), of('accessTokens'), of('passkeys')])
}
