import { afterAll, beforeEach, expect, test } from 'vitest'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import { twoThemes } from '../../../app/testing/themed-call.ts'
import { seenThemes } from './testing/seen-themes.ts'

const house = await openTestHouse()
afterAll(() => house.close())
const { theme, stepsOf, version } = seenThemes(house)

let buses: { id: string; number: number }
beforeEach(async () => {
  ;({ buses } = await twoThemes(house))
})

test('a theme is named, and the name is in its story and in the record', async () => {
  const noor = await house.as('noor')
  const reply = await noor.post(`/themes/${buses.number}/name`, {
    ...(await version(buses)),
    name: 'Rural buses',
    about: 'They stop too early.',
  })
  expect(reply.status).toBe(303)
  const page = (await house.visitor().get(`/themes/${buses.number}`)).text()
  expect(page).toContain('Rural buses')
  expect(page).toContain('They stop too early.')
  expect(await stepsOf(buses)).toEqual(['theme.named'])
})

test('who is neither in the team nor a clerk of the body may not', async () => {
  const fields = { ...(await version(buses)), name: 'Mine' }
  expect((await house.visitor().postJson(`/api/v1/themes/${buses.number}/name`, fields)).status).toBe(401)
  expect(
    (await (await house.as('olga')).postJson(`/api/v1/themes/${buses.number}/name`, fields)).status,
  ).toBe(403)
  expect(
    (await (await house.as('idris')).postJson(`/api/v1/themes/${buses.number}/name`, fields)).status,
  ).toBe(403)
  expect((await theme(buses)).name).toBeNull()
})

test('without a name nothing is named, and what was typed stays', async () => {
  const noor = await house.as('noor')
  const reply = await noor.post(`/themes/${buses.number}/name`, {
    ...(await version(buses)),
    name: ' ',
    about: 'Kept words',
  })
  expect(reply.status).toBe(422)
  expect(reply.text()).toContain('Give it a name.')
  expect(reply.body).toContain('Kept words')
})

test('of two who change a theme at once one wins and the other is told', async () => {
  const [noor, again] = [await house.as('noor'), await house.as('noor')]
  const seen = await version(buses)
  const replies = await Promise.all([
    noor.post(`/themes/${buses.number}/name`, { ...seen, name: 'Buses' }),
    again.post(`/themes/${buses.number}/name`, { ...seen, name: 'Coaches' }),
  ])
  expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 409])
  expect(replies.find(({ status }) => status === 409)?.text()).toContain('Somebody else changed this theme')
  expect(await stepsOf(buses)).toEqual(['theme.named'])
})

test('the same form sent twice is one step', async () => {
  const noor = await house.as('noor')
  const fields = { ...(await version(buses)), name: 'Buses', once: 'a-key-of-the-form-0123456789abcdef' }
  expect((await noor.post(`/themes/${buses.number}/name`, fields)).status).toBe(303)
  expect((await noor.post(`/themes/${buses.number}/name`, fields)).status).toBe(303)
  expect(await stepsOf(buses)).toEqual(['theme.named'])
})
