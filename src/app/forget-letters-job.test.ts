import { afterAll, expect, test } from 'vitest'
import { writeLetter } from '#core/mail/letters-out.ts'
import { forgetLettersJob } from './forget-letters-job.ts'
import { openTestHouse } from './testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

test('a letter goes thirty days after it was sent, and ninety after it was written to nobody', async () => {
  for (const to of ['sent@example.org', 'waiting@example.org'])
    await writeLetter(house.db, { to, subject: 'A step', text: 'It was answered.' }, house.clock.now())
  await house.db
    .updateTable('lettersOut')
    .set({ sentAt: house.clock.now() })
    .where('toAddress', '=', 'sent@example.org')
    .execute()
  const kept = async () => {
    await forgetLettersJob.run(house.jobHouse)
    const rows = await house.db.selectFrom('lettersOut').select('toAddress').orderBy('toAddress').execute()
    return rows.map(({ toAddress }) => toAddress)
  }
  house.moveOn(30)
  expect(await kept()).toEqual(['sent@example.org', 'waiting@example.org'])
  house.moveOn(1)
  expect(await kept()).toEqual(['waiting@example.org'])
  house.moveOn(60)
  expect(await kept()).toEqual([])
})
