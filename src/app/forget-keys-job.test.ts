import { afterAll, expect, test } from 'vitest'
import { unorderedId } from '#core/ids/ids.ts'
import { forgetKeysJob } from './forget-keys-job.ts'
import { openTestHouse } from './testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

test('a key is known for eight days, and then forgotten', async () => {
  await house
    .visitor()
    .postJson(
      '/api/v1/submissions',
      { title: 'A bench', words: 'To sit on.', authorship: 'anonymous' },
      { 'idempotency-key': unorderedId() },
    )
  const kept = () => house.db.selectFrom('doneOnce').select('keyHash').execute()
  house.moveOn(8)
  await forgetKeysJob.run(house.jobHouse)
  expect(await kept()).toHaveLength(1)
  house.moveOn(1)
  await forgetKeysJob.run(house.jobHouse)
  expect(await kept()).toEqual([])
})
