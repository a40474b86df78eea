import { afterAll, expect, test } from 'vitest'
import { openTestHouse } from './testing/open-test-house.ts'
import { fuzzWire } from './trials/fuzz/fuzz-wire.ts'

const house = await openTestHouse()
afterAll(() => house.close())

test('raw bytes on the wire: refused or answered, and the house goes on', async () => {
  const lines = await fuzzWire(house, { runs: 60, seed: 20_261_102 })
  for (const line of lines) expect(line).not.toMatch(/^HTTP\/1\.1 5(?!05)/)
  expect(lines).toContain('HTTP/1.1 400 Bad Request')
  expect((await house.visitor().get('/')).status).toBe(200)
})
