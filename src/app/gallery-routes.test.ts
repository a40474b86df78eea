import { afterAll, expect, test } from 'vitest'
import { openTestHouse } from './testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

test('a demonstration shows every part of a page, in English and Urdu', async () => {
  expect((await house.visitor().get('/gallery')).status).toBe(200)
  expect((await house.visitor().get('/gallery/desk?lang=ur')).body).toContain('<html lang="ur" dir="rtl"')
  expect((await house.visitor().get('/gallery/nothing')).status).toBe(404)
})
