import { afterAll, expect, test } from 'vitest'
import { openTestHouse } from './testing/open-test-house.ts'
import { fuzzRequests } from './trials/fuzz/fuzz-requests.ts'
import { fuzzUploads } from './trials/fuzz/fuzz-uploads.ts'

const seed = 20_261_102

const house = await openTestHouse()
afterAll(() => house.close())

test('2,000 requests of any shape: nothing breaks, and every refusal is a sentence', async () => {
  const { faults, statuses } = await fuzzRequests(house, { runs: 2_000, seed })
  expect(faults.slice(0, 8)).toEqual([])
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 303, 403, 404, 422]))
}, 120_000)

test('60 forms with bombs, broken files and names that lead elsewhere: each is a sentence', async () => {
  const { faults, statuses } = await fuzzUploads(house, { runs: 60, seed })
  expect(faults.slice(0, 8)).toEqual([])
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([400, 422]))
}, 120_000)
