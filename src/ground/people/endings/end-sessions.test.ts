import { afterAll, beforeEach, expect, test } from 'vitest'
import { unorderedId } from '#core/ids/ids.ts'
import { giveRole } from '../../../app/testing/give-role.ts'
import { openTestHouse, type TestHouse } from '../../../app/testing/open-test-house.ts'
import type { Visitor } from '../../../app/testing/visitor.ts'

let house: TestHouse
beforeEach(async () => {
  await house?.close()
  house = await openTestHouse()
})
afterAll(() => house?.close())

const STOLEN = { email: 'nasreen@example.org', reason: 'Her telephone was stolen on the tram.' }
const isIn = async (visitor: Visitor) => (await visitor.get('/account')).status === 200

async function tokenOf(visitor: Visitor): Promise<() => Promise<number>> {
  const wish = { name: 'A script', scopes: ['my-data:read'], days: 7 }
  const { token } = (await visitor.postJson('/account/tokens', wish)).json() as { token: string }
  const headers = { authorization: `Bearer ${token}` }
  return async () => (await house.visitor().getJson('/api/v1/my-data', headers)).status
}

async function giveHerPasskey() {
  const credential = { credentialId: 'hers', publicKey: Buffer.alloc(8), counter: 0, transports: [] }
  await house.db
    .insertInto('passkeys')
    .values({
      id: unorderedId(),
      personId: house.world.people.nasreen.id,
      ...credential,
      name: 'A phone',
      addedAt: house.clock.now(),
    })
    .execute()
}

async function countOf(table: 'passkeys' | 'signInLinks' | 'sessionEndings' | 'sessions'): Promise<number> {
  const rows = await house.db.selectFrom(table).select('personId').execute()
  return rows.length
}

async function entriesOf(kind: string) {
  const entries = house.db.selectFrom('entries').innerJoin('sealed', 'sealed.entryId', 'entries.id')
  const rows = await entries
    .select(['entries.leaf', 'sealed.part', 'sealed.content'])
    .where('entries.kind', '=', kind)
    .execute()
  return rows.map(({ leaf, part, content }) => `${leaf} ${part} ${content}`)
}

test('an administrator ends all sessions of one person, and nobody else’s; the person hears why and from whom', async () => {
  const [phone, laptop, olga, ada] = await Promise.all(
    (['nasreen', 'nasreen', 'olga', 'ada'] as const).map((name) => house.as(name)),
  )
  if (!phone || !laptop || !olga || !ada) throw new Error('nobody came')
  await house.visitor().post('/sign-in', { email: STOLEN.email })
  await house.runJobs()
  const reply = await ada.post('/sessions/end', STOLEN)
  expect([reply.status, reply.location]).toEqual([303, '/sessions/end?done=yes'])
  expect((await ada.get(reply.location)).text()).toContain('Their sessions have ended')
  expect(await Promise.all([phone, laptop, olga, ada].map(isIn))).toEqual([false, false, true, true])
  expect(await countOf('signInLinks')).toBe(0)
  const letter = await house.db
    .selectFrom('lettersOut')
    .select(['toAddress', 'text'])
    .where('subject', 'like', 'You were signed out%')
    .executeTakeFirstOrThrow()
  expect(letter.toAddress).toBe(STOLEN.email)
  for (const words of ['Ada Novak ended all your sessions', STOLEN.reason, '/sign-in'])
    expect(letter.text).toContain(words)
  expect(letter.text).not.toMatch(/tokens|passkeys/)
  const back = await house.as('nasreen')
  expect((await back.get('/my-data/held')).text()).toContain(STOLEN.reason)
})

test('the record says who did it, and neither whose they were nor why', async () => {
  const ada = await house.as('ada')
  await ada.post('/sessions/end', STOLEN)
  const [entry = '', ...more] = await entriesOf('sessions.ended')
  expect(more).toEqual([])
  expect(entry).toContain('Ada Novak')
  expect(entry).not.toMatch(/nasreen|Akhtar|tram/i)
  expect(entry).not.toContain(house.world.people.nasreen.id)
  await house.runJobs()
  expect((await house.visitor().get('/record')).text()).toContain(
    'An administrator ended somebody’s sessions',
  )
})

test('tokens and passkeys end with them only where that was chosen', async () => {
  const askByToken = await tokenOf(await house.as('nasreen'))
  await giveHerPasskey()
  const ada = await house.as('ada')
  await ada.post('/sessions/end', STOLEN)
  expect([await askByToken(), await countOf('passkeys')]).toEqual([200, 1])
  await ada.post('/sessions/end', { ...STOLEN, tokens: 'yes', passkeys: 'yes' })
  expect([await askByToken(), await countOf('passkeys')]).toEqual([401, 0])
  const letters = await house.db.selectFrom('lettersOut').select('text').execute()
  expect(letters.filter(({ text }) => /Access tokens.*passkeys were removed/s.test(text))).toHaveLength(1)
})

test('without a reason, or for an account elsewhere or nowhere, nothing ends and nobody learns who has one', async () => {
  const nasreen = await house.as('nasreen')
  await giveRole(house, 'femi', { role: 'administrator', unit: 'southdown', isDownTheTree: true })
  const femi = await house.as('femi')
  const once = 'o'.repeat(36)
  const elsewhere = await femi.post('/sessions/end', { ...STOLEN, once })
  const nowhere = await femi.post('/sessions/end', { ...STOLEN, email: 'zarah@example.org', once })
  expect([elsewhere.status, nowhere.status]).toEqual([422, 422])
  expect(elsewhere.body.replaceAll('nasreen@', 'zarah@')).toBe(nowhere.body)
  const ada = await house.as('ada')
  const page = await ada.post('/sessions/end', { ...STOLEN, reason: ' ' })
  expect([page.status, page.text().includes('Say why')]).toEqual([422, true])
  expect(page.body).toContain(STOLEN.email)
  expect((await femi.get('/sessions/everybody/end')).status).toBe(403)
  expect((await femi.post('/sessions/everybody/end', { reason: 'x', sure: 'yes' })).status).toBe(403)
  expect([await isIn(nasreen), await countOf('sessionEndings')]).toEqual([true, 0])
  expect((await femi.post('/sessions/end', { ...STOLEN, email: 'olga@example.org' })).status).toBe(303)
})

test('who holds no such role may not, and who is not signed in is sent to do so', async () => {
  expect((await (await house.as('noor')).post('/sessions/end', STOLEN)).status).toBe(403)
  expect((await house.visitor().post('/sessions/end', STOLEN)).location).toContain('/sign-in')
  expect((await (await house.as('noor')).get('/sessions/everybody/end')).status).toBe(403)
})

test('pressed twice, or by two at once with one key, it is done once', async () => {
  const ada = await house.as('ada')
  const once = 'p'.repeat(36)
  const replies = await Promise.all([1, 2].map(() => ada.post('/sessions/end', { ...STOLEN, once })))
  expect(replies.map(({ status }) => status)).toEqual([303, 303])
  expect(await countOf('sessionEndings')).toBe(1)
  expect((await ada.post('/sessions/end', { ...STOLEN, reason: 'Another.', once })).status).toBe(409)
})

test('after a break-in everybody’s sessions end, with a reason that the record and the sign-in page say', async () => {
  const [nasreen, olga, ada] = [await house.as('nasreen'), await house.as('olga'), await house.as('ada')]
  const askByToken = await tokenOf(nasreen)
  const reason = 'Somebody had got into the office.'
  const unsure = await ada.post('/sessions/everybody/end', { reason })
  expect([unsure.status, unsure.text().includes('Tick the box')]).toEqual([422, true])
  expect(await isIn(nasreen)).toBe(true)
  const reply = await ada.post('/sessions/everybody/end', { reason, sure: 'yes' })
  expect([reply.status, reply.location]).toEqual([303, '/sign-in?to=/record'])
  expect(await Promise.all([nasreen, olga, ada].map(isIn))).toEqual([false, false, false])
  expect(await askByToken()).toBe(200)
  expect((await ada.get(reply.location)).text()).toContain(reason)
  expect((await house.visitor().get('/sign-in')).text()).not.toContain(reason)
  const [entry] = await entriesOf('sessions.all-ended')
  expect(entry).toContain(reason)
  expect(await countOf('sessions')).toBe(0)
  const again = await house.as('ada')
  await again.post('/sessions/everybody/end', { reason, sure: 'yes', tokens: 'yes' })
  expect(await askByToken()).toBe(401)
})

test('everybody’s end only by who signed in within the last quarter of an hour', async () => {
  const ada = await house.as('ada')
  house.clock.moveOn(16 * 60_000)
  expect((await ada.get('/sessions/everybody/end')).text()).toContain('Show once more that it is you')
  await ada.post('/sessions/everybody/end', { reason: 'A break-in.', sure: 'yes' })
  expect(await isIn(ada)).toBe(true)
})
