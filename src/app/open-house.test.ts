import { afterAll, beforeAll, expect, test } from 'vitest'
import { allRoutes } from './open-house.ts'
import { openTestHouse, type TestHouse } from './testing/open-test-house.ts'

let [real, demonstration]: TestHouse[] = []
beforeAll(async () => {
  real = await openTestHouse({ isReal: true })
  demonstration = await openTestHouse()
})
afterAll(async () => {
  await real?.close()
  await demonstration?.close()
})

const ofDemos = allRoutes().filter(({ isOfDemo }) => isOfDemo)

test('what belongs to a demonstration says so', () => {
  const unsaid = allRoutes().filter(({ path, isOfDemo }) => /^\/(demo|gallery)/.test(path) && !isOfDemo)
  expect(unsaid.map(({ path }) => path)).toEqual([])
  expect(ofDemos.length).toBeGreaterThanOrEqual(4)
})

test('a real house does not know the addresses of a demonstration, and has all others', () => {
  const has = (house: TestHouse | undefined, { method, path }: { method: 'GET' | 'POST'; path: string }) =>
    house?.server.hasRoute({ method, url: path })
  for (const { method, path } of [...ofDemos, { method: 'GET' as const, path: '/gallery' }])
    expect({ path, inReal: has(real, { method, path }) }).toEqual({ path, inReal: false })
  const missing = allRoutes().filter((route) => !route.isOfDemo && !has(real, route))
  expect(missing.map(({ path }) => path)).toEqual([])
  for (const route of ofDemos) expect(has(demonstration, route)).toBe(true)
})

test('nobody signs in as somebody else there', async () => {
  const reply = await real?.visitor().post('/demo/sign-in', { person: 'ada' })
  expect([reply?.status, reply?.headers['set-cookie']]).toEqual([404, undefined])
})
