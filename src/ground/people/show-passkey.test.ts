import { afterAll, beforeEach, expect, test } from 'vitest'
import { giveRole } from '../../app/testing/give-role.ts'
import { openTestHouse, type TestHouse } from '../../app/testing/open-test-house.ts'
import { SoftPasskey } from '../../app/testing/soft-passkey.ts'
import type { Visitor } from '../../app/testing/visitor.ts'
import { viewerOfToken } from './viewer-of.ts'

const MINUTE_MS = 60_000
const ROLE = {
  email: 'olga@example.org',
  role: 'secretary',
  unit: 'southdown',
  purpose: 'to keep the minutes',
  from: '2026-11-02',
  to: '2027-01-01',
}

let house: TestHouse
beforeEach(async () => {
  await house?.close()
  house = await openTestHouse({ demandsPasskeys: true })
})
afterAll(() => house?.close())

const given = async () =>
  (await house.db.selectFrom('grants').select('id').where('purpose', '=', ROLE.purpose).execute()).length

/** Ada, who has a passkey and came by a link in a letter again. */
async function adaByLetter(): Promise<{ ada: Visitor; passkey: SoftPasskey }> {
  const passkey = new SoftPasskey()
  expect(await passkey.makeFor(await house.as('ada'))).toBe(201)
  return { ada: await house.as('ada'), passkey }
}

test('an administrator without a passkey is asked to make one, does everything else, and acts once it is made', async () => {
  const ada = await house.as('ada')
  const page = await ada.get('/roles/new')
  expect([page.status, page.text().includes('First make a passkey')]).toEqual([403, true])
  expect((await ada.post('/roles', ROLE)).status).toBe(403)
  expect(await given()).toBe(0)
  expect((await ada.get('/')).text()).toContain('Your role rests until you have a passkey')
  expect((await ada.get('/submissions/new')).status).toBe(200)
  expect(await new SoftPasskey().makeFor(ada)).toBe(201)
  expect((await ada.get('/')).text()).not.toContain('Your role rests')
  expect((await ada.post('/roles', ROLE)).status).toBe(303)
  expect(await given()).toBe(1)
})

test('who came by a link in a letter shows the passkey they have; the form they sent waits on the page', async () => {
  const { ada, passkey } = await adaByLetter()
  const page = await ada.post('/roles', ROLE)
  expect(page.status).toBe(403)
  expect(page.text()).toContain('Show your passkey')
  expect(page.body).toContain('data-passkey="prove"')
  expect(page.body).toContain('id="kept-form" action="/roles"')
  expect(page.body).toContain(`name="purpose" value="${ROLE.purpose}"`)
  expect(await given()).toBe(0)
  expect(await passkey.show(ada)).toBe(200)
  expect((await ada.post('/roles', ROLE)).status).toBe(303)
})

test('it counts for an hour', async () => {
  const { ada, passkey } = await adaByLetter()
  expect(await passkey.show(ada)).toBe(200)
  house.clock.moveOn(59 * MINUTE_MS)
  expect((await ada.get('/roles/new')).status).toBe(200)
  house.clock.moveOn(2 * MINUTE_MS)
  expect((await ada.get('/roles/new')).status).toBe(403)
  expect((await ada.get('/sign-in/passkey/proof?to=/roles/new')).text()).toContain('Show your passkey')
})

test('signing in by a passkey that knows its owner shows it too; one that does not, does not', async () => {
  const { passkey } = await adaByLetter()
  const signIn = async (knowsOwner: boolean) => {
    const visitor = house.visitor()
    expect(await passkey.show(visitor, { at: '/sign-in/passkey', knowsOwner })).toBe(200)
    return (await visitor.get('/roles/new')).status
  }
  expect([await signIn(true), await signIn(false)]).toEqual([200, 403])
})

test('a passkey of somebody else, one that does not know its owner, or an old answer wakes nothing', async () => {
  const { ada, passkey } = await adaByLetter()
  const olgas = new SoftPasskey()
  await olgas.makeFor(await house.as('olga'))
  expect(await olgas.show(ada)).toBe(422)
  expect(await passkey.show(ada, { knowsOwner: false })).toBe(422)
  expect((await ada.postJson('/sign-in/passkey/proof', {})).status).toBe(422)
  expect((await ada.get('/roles/new')).status).toBe(403)
  expect((await house.visitor().postJson('/sign-in/passkey/proof', {})).status).toBe(401)
})

test('with it the session has a new cookie: a copied one does not wake', async () => {
  const { ada, passkey } = await adaByLetter()
  const { here } = (await ada.getJson('/account')).json() as { here: string }
  const tokenOf = () =>
    house.db.selectFrom('sessions').select('tokenHash').where('id', '=', here).executeTakeFirstOrThrow()
  const before = await tokenOf()
  await passkey.show(ada)
  expect((await tokenOf()).tokenHash).not.toEqual(before.tokenHash)
  expect((await ada.get('/account')).status).toBe(200)
})

test('whoever reads their mail makes themselves no passkey, no codes, and removes none', async () => {
  const { ada } = await adaByLetter()
  const { id } = await house.db.selectFrom('passkeys').select('id').executeTakeFirstOrThrow()
  const acts = ['options', `${id}/removal`, ''].map((act) => `/account/passkeys/${act}`.replace(/\/$/, ''))
  for (const path of [...acts, '/account/recovery-codes']) {
    const { status, body } = await ada.postJson(path, {})
    expect({ path, status, body }).toEqual({
      path,
      status: 403,
      body: expect.stringContaining('access.passkey'),
    })
  }
  expect((await ada.post('/account/recovery-codes')).text()).toContain('Show your passkey')
  expect(await house.db.selectFrom('recoveryCodes').select('id').execute()).toEqual([])
})

test('who lost theirs comes back by a recovery code, which lets them make a new one and nothing more', async () => {
  const first = await house.as('ada')
  await new SoftPasskey().makeFor(first)
  const { codes } = (await first.postJson('/account/recovery-codes', {})).json() as { codes: string[] }
  const ada = house.visitor()
  expect((await ada.post('/sign-in/recovery', { code: codes[0] ?? '' })).status).toBe(303)
  expect((await ada.get('/roles/new')).status).toBe(403)
  const newOne = new SoftPasskey()
  expect(await newOne.makeFor(ada)).toBe(201)
  expect((await ada.get('/roles/new')).status).toBe(200)
})

test('without a code another administrator removes the lost one; then a new one is made', async () => {
  await adaByLetter()
  await giveRole(house, 'gwen', { role: 'administrator', unit: 'alliance', isDownTheTree: true })
  const gwen = await house.as('gwen')
  await new SoftPasskey().makeFor(gwen)
  const lost = { email: 'ada@example.org', reason: 'Her key broke.', passkeys: 'yes' }
  expect((await gwen.post('/sessions/end', lost)).status).toBe(303)
  const ada = await house.as('ada')
  expect((await ada.get('/roles/new')).text()).toContain('First make a passkey')
  expect(await new SoftPasskey().makeFor(ada)).toBe(201)
})

test('clerks and members are not asked, and a clerk who moderates too still clerks', async () => {
  const noor = await house.as('noor')
  expect((await noor.get('/bodies/housing/desk')).status).toBe(200)
  await giveRole(house, 'noor', { role: 'moderator', unit: 'alliance', isDownTheTree: true })
  expect((await noor.get('/bodies/housing/desk')).status).toBe(200)
  const desk = await noor.get('/moderation/desk')
  expect([desk.status, desk.text().includes('First make a passkey')]).toEqual([403, true])
  expect(desk.body).toContain('href="/moderation/desk"')
})

test('an access token never carries such a role', async () => {
  const ada = await house.as('ada')
  await new SoftPasskey().makeFor(ada)
  const wish = { name: 'A script', scopes: ['decisions:write'], days: 7 }
  const { token } = (await ada.postJson('/account/tokens', wish)).json() as { token: string }
  const viewer = await viewerOfToken(house.db, { token, now: house.clock.now(), house: house.jobHouse.house })
  expect([viewer?.grants, viewer?.resting?.grants.map(({ role }) => role)]).toEqual([[], ['administrator']])
})

test('the owner of an account hears of every passkey that is made for it', async () => {
  await new SoftPasskey().makeFor(await house.as('nasreen'))
  const letters = house.db.selectFrom('lettersOut').select(['toAddress', 'subject'])
  expect(await letters.where('subject', 'like', '%passkey%').execute()).toEqual([
    {
      toAddress: 'nasreen@example.org',
      subject: 'A passkey was added to your account at The Commons Alliance',
    },
  ])
})

test('where the house does not demand it, nothing rests', async () => {
  await house.close()
  house = await openTestHouse()
  expect((await (await house.as('ada')).get('/roles/new')).status).toBe(200)
})
