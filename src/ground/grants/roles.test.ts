import { afterAll, expect, test } from 'vitest'
import { giveRole } from '../../app/testing/give-role.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { publicWordsOf } from '../../app/testing/public-words.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const role = {
  email: 'nasreen@example.org',
  role: 'moderator',
  unit: 'millbrook',
  purpose: 'to look at words in Millbrook',
  from: '2026-11-02',
  to: '2026-12-31',
}

const entries = (kind: string) => publicWordsOf(house, kind)

test('a role is given by an administrator above, is public, and lapses in public', async () => {
  const ada = await house.as('ada')
  expect((await ada.get('/roles/new')).status).toBe(200)
  expect((await ada.post('/roles', role)).status).toBe(303)
  const page = await house.visitor().get('/roles')
  expect(page.text()).toContain('Nasreen Akhtar Moderator Millbrook to look at words in Millbrook')
  expect(page.body).not.toContain('nasreen@example.org')
  expect((await (await house.as('nasreen')).get('/moderation/desk')).status).toBe(200)
  expect((await entries('grant.given')).at(-1)).toMatchObject({ name: 'Nasreen Akhtar', by: 'Ada Novak' })
  house.moveOn(60)
  await house.runJobs()
  await house.runJobs()
  expect(await entries('grant.lapsed')).toHaveLength(1)
  expect((await (await house.as('nasreen')).get('/moderation/desk')).status).toBe(403)
  expect((await house.visitor().get('/roles')).text()).not.toContain('Nasreen')
})

test('nobody else gives one, and nobody outside their place', async () => {
  expect((await house.visitor().post('/roles', role)).location).toContain('/sign-in')
  expect((await (await house.as('noor')).post('/roles', role)).status).toBe(403)
  await giveRole(house, 'olga', { role: 'administrator', unit: 'southdown', isDownTheTree: true })
  const reply = await (await house.as('olga')).post('/roles', role)
  expect(reply.status).toBe(403)
  expect(reply.text()).toContain('only in the units your own role covers')
})

test('each wrong answer is said, and what was typed is kept', async () => {
  const ada = await house.as('ada')
  const wrong: [Record<string, string>, string][] = [
    [{ email: 'nobody@example.org' }, 'Nobody here has this address'],
    [{ unit: 'nowhere' }, 'Choose one of the units'],
    [{ body: 'housing' }, 'This body is not in that unit'],
    [{ to: '2026-10-01' }, 'It ends before it begins'],
    [{ to: '2040-01-01' }, 'At most two years'],
    [{ purpose: '' }, 'Say what the role is for'],
  ]
  for (const [change, sentence] of wrong) {
    const reply = await ada.post('/roles', { ...role, ...change })
    expect(reply.status).toBe(422)
    expect(reply.text()).toContain(sentence)
    expect(reply.body).toContain(change.email ?? role.email)
  }
})

test('a role ends once, with a reason in the record', async () => {
  const ada = await house.as('ada')
  await ada.post('/roles', { ...role, role: 'chair', from: '2026-12-01', to: '2027-12-31' })
  const { id } = await house.db
    .selectFrom('grants')
    .select('id')
    .where('role', '=', 'chair')
    .executeTakeFirstOrThrow()
  expect((await ada.post(`/roles/${id}/end`, { reason: '' })).status).toBe(422)
  expect((await (await house.as('olga')).post(`/roles/${id}/end`, { reason: 'x' })).status).toBe(403)
  const both = await Promise.all([
    ada.post(`/roles/${id}/end`, { reason: 'Stepped down.' }),
    ada.post(`/roles/${id}/end`, { reason: 'Stepped down.' }),
  ])
  expect(both.filter(({ status }) => status === 303)).toHaveLength(1)
  expect(await entries('grant.ended')).toMatchObject([{ reason: 'Stepped down.', by: 'Ada Novak' }])
  expect((await ada.post(`/roles/${id}/end`, { reason: 'Again' })).status).toBe(404)
})

test('sent twice with the same key it is one role', async () => {
  const ada = await house.as('ada')
  const twice = {
    ...role,
    role: 'secretary',
    from: '2027-01-01',
    to: '2027-06-01',
    once: 'a-key-of-twenty-signs',
  }
  await ada.post('/roles', twice)
  await ada.post('/roles', twice)
  const rows = await house.db
    .selectFrom('grants')
    .select('id')
    .where('role', '=', 'secretary')
    .where('fromOn', '=', '2027-01-01')
    .execute()
  expect(rows).toHaveLength(1)
})

test('programs read who holds which role; somebody without an account gets one by their name', async () => {
  const ada = await house.as('ada')
  const lena = { ...role, email: 'lena@example.org', from: '2027-01-01', to: '2027-06-01' }
  expect((await ada.post('/roles', lena)).text()).toContain('Give their name as well')
  expect((await ada.post('/roles', { ...lena, name: 'Lena Fischer' })).status).toBe(303)
  const reply = await house.visitor().getJson('/api/v1/roles')
  const { roles } = reply.json() as { roles: unknown[] }
  expect(roles).toContainEqual(
    expect.objectContaining({ name: 'Lena Fischer', unit: 'millbrook', and_below: false }),
  )
  expect(reply.body).not.toContain('lena@example.org')
})
