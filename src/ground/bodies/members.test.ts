import { afterAll, expect, test } from 'vitest'
import { lettersTo } from '../../app/testing/letters.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { publicWordsOf } from '../../app/testing/public-words.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const seat = { email: 'nasreen@example.org', seat: 'treasurer', from: '2026-11-02', to: '2027-10-31' }
const clerk = {
  email: 'nasreen@example.org',
  purpose: 'to receive and record for the commission',
  from: '2026-11-02',
  to: '2027-10-31',
}

const entries = (kind: string) => publicWordsOf(house, kind)

test('a member is named for a term, in public, and the seat ends with its term', async () => {
  const ada = await house.as('ada')
  expect((await ada.post('/bodies/housing/members', seat)).location).toBe('/bodies/housing/members')
  const page = await house.visitor().get('/bodies/housing')
  expect(page.text()).toContain('Nasreen Akhtar treasurer 31 October 2027')
  expect(page.body).not.toContain('nasreen@example.org')
  expect(await entries('body.seat-given')).toMatchObject([{ name: 'Nasreen Akhtar', by: 'Ada Novak' }])
  house.moveOn(400)
  expect((await house.visitor().get('/bodies/housing')).text()).not.toContain('treasurer')
  house.moveOn(-400)
})

test('somebody without an account gets one by their name, once', async () => {
  const ada = await house.as('ada')
  const kwame = { ...seat, email: 'kwame@example.org', seat: 'member' }
  const unknown = await ada.post('/bodies/housing/members', kwame)
  expect(unknown.status).toBe(422)
  expect(unknown.text()).toContain('Give their name as well')
  const both = await Promise.all([
    ada.post('/bodies/housing/members', { ...kwame, name: 'Kwame Asante' }),
    ada.post('/bodies/housing/clerks', { ...clerk, email: kwame.email, name: 'Kwame Asante' }),
  ])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  const people = house.db.selectFrom('people').select('name').where('email', '=', kwame.email)
  expect(await people.execute()).toEqual([{ name: 'Kwame Asante' }])
  await house.visitor().post('/sign-in', { email: kwame.email })
  expect(await lettersTo(house, kwame.email)).toHaveLength(1)
})

test('a clerk named here works at the desk at once, until their role ends', async () => {
  const ada = await house.as('ada')
  expect((await (await house.as('nasreen')).get('/bodies/housing/desk')).status).toBe(403)
  expect((await ada.post('/bodies/housing/clerks', clerk)).status).toBe(303)
  expect((await (await house.as('nasreen')).get('/bodies/housing/desk')).status).toBe(200)
  expect(await entries('grant.given')).toContainEqual(
    expect.objectContaining({ name: 'Nasreen Akhtar', role: 'clerk' }),
  )
  const page = await ada.get('/bodies/housing/members')
  expect(page.text()).toContain('Nasreen Akhtar to receive and record for the commission')
})

test('each wrong answer is said beside its own form, and what was typed is kept', async () => {
  const ada = await house.as('ada')
  const wrong: [string, Record<string, string>, string][] = [
    ['members', { ...seat, to: '2026-10-01' }, 'It ends before it begins'],
    ['members', { ...seat, seat: '' }, 'Fill this in'],
    ['members', { ...seat, from: 'soon' }, 'Write the date'],
    ['members', seat, 'They sit there already'],
    ['clerks', { ...clerk, to: '2040-01-01' }, 'At most two years'],
    ['clerks', { ...clerk, purpose: '' }, 'Fill this in'],
    ['clerks', { ...clerk, email: 'nasreen' }, 'does not look like an e-mail address'],
  ]
  for (const [form, fields, sentence] of wrong) {
    const reply = await ada.post(`/bodies/housing/${form}`, fields)
    expect(reply.status).toBe(422)
    expect(reply.text()).toContain(sentence)
    expect(reply.body).toContain(`value="${fields.email}"`)
  }
})

test('a seat ends once, with a reason in the record', async () => {
  const ada = await house.as('ada')
  await ada.post('/bodies/executive/members', seat)
  const { id } = await house.db
    .selectFrom('bodySeats')
    .select('id')
    .where('bodyId', '=', house.world.bodies.executive.id)
    .executeTakeFirstOrThrow()
  const path = `/bodies/executive/members/${id}/ending`
  expect((await ada.post(path, { reason: '' })).status).toBe(422)
  expect((await ada.post(path.replace('executive', 'housing'), { reason: 'x' })).status).toBe(404)
  const both = await Promise.all([
    ada.post(path, { reason: 'Stepped down.' }),
    ada.post(path, { reason: 'Stepped down.' }),
  ])
  expect(both.filter(({ status }) => status === 303)).toHaveLength(1)
  expect(await entries('body.seat-ended')).toMatchObject([{ reason: 'Stepped down.', seat: 'treasurer' }])
  expect((await house.visitor().get('/bodies/executive')).text()).not.toContain('treasurer')
  expect((await ada.post('/bodies/executive/members', seat)).status).toBe(303)
})

test('nobody else names anybody; two at once name one', async () => {
  for (const form of ['members', 'clerks']) {
    expect((await house.visitor().post(`/bodies/housing/${form}`, seat)).location).toContain('/sign-in')
    expect((await (await house.as('noor')).post(`/bodies/housing/${form}`, seat)).status).toBe(403)
  }
  const ada = await house.as('ada')
  const observer = { ...seat, seat: 'observer' }
  const both = await Promise.all([
    ada.post('/bodies/housing/members', observer),
    ada.post('/bodies/housing/members', observer),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422])
})
