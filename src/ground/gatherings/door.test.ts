import { afterAll, expect, test } from 'vitest'
import { unorderedId } from '#core/ids/ids.ts'
import { announced, registered } from '../../app/testing/announced.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

/** This afternoon. */
async function tonight(): Promise<string> {
  const day = house.clock.now().toISOString().slice(0, 10)
  const { path } = await announced(house, { starts: `${day}T17:00`, ends: `${day}T18:30` })
  for (const name of ['Wren Abara', 'Wanda Abara', 'Zofia Nowak']) await registered(house, path, { name })
  return path
}

const counts = async (path: string) =>
  (await (await house.as('idris')).getJson(`${path}/door`)).json() as {
    registered: number
    here: number
    walked_in: number
  }

test('a name and Enter checks somebody in; of two alike one chooses; twice is once, and it can be taken back', async () => {
  const path = await tonight()
  const idris = await house.as('idris')
  const find = (who: string) => idris.post(`${path}/door`, { act: 'find', who })
  const zofia = await find('zof')
  expect(zofia.status).toBe(303)
  expect((await idris.get(zofia.location)).text()).toContain('Zofia Nowak is checked in')
  const abaras = await find('abara')
  expect(abaras.status).toBe(422)
  expect(abaras.text()).toContain('Several are called so')
  expect((await find('nowak')).text()).toContain('Nobody of that name')
  expect((await find('')).status).toBe(422)
  const id = /act" value="here"[^>]*>\s*<input[^>]*name="registration" value="([0-9a-f-]+)"/.exec(
    (await idris.get(`${path}/door`)).body,
  )?.[1]
  const act = (name: string) => idris.post(`${path}/door`, { act: name, registration: id ?? '' })
  await Promise.all([act('here'), act('here')])
  expect(await counts(path)).toEqual({ registered: 3, here: 2, walked_in: 0 })
  await act('not-here')
  expect((await counts(path)).here).toBe(1)
})

test('those who did not register are counted, each press once, and nobody is named; the count is published', async () => {
  const path = await tonight()
  const idris = await house.as('idris')
  const press = (act: string, once = unorderedId()) => idris.post(`${path}/door`, { act, once })
  const once = unorderedId()
  await Promise.all([press('one-more', once), press('one-more', once)])
  await Promise.all([1, 2, 3, 4, 5, 6].map(() => press('one-more')))
  await press('one-less')
  await idris.post(`${path}/door`, { act: 'find', who: 'zofia' })
  expect(await counts(path)).toEqual({ registered: 3, here: 1, walked_in: 6 })
  await press('count')
  const page = await house.visitor().get(path)
  expect(page.text()).toContain('7 people were there')
  expect(page.text()).not.toContain('Zofia')
})

test('the door is its organisers’ alone, and open only about the day', async () => {
  const path = await tonight()
  expect((await house.visitor().getJson(`${path}/door`)).status).toBe(401)
  for (const who of ['nasreen', 'noor'] as const)
    expect((await (await house.as(who)).get(`${path}/door`)).status).toBe(403)
  const { path: later } = await announced(house)
  const idris = await house.as('idris')
  expect((await idris.get(`${later}/door`)).text()).toContain('The door opens half a day before')
  expect((await idris.post(`${later}/door`, { act: 'one-more' })).status).toBe(409)
})
