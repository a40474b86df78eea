import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import { twoThemes } from '../../../app/testing/themed-call.ts'
import { eraseAnswer } from '../erase-answer.ts'

const house = await openTestHouse()
afterAll(() => house.close())

test('a published edition quotes words it does not hold: erased, they are gone from it at once', async () => {
  const { call, numbers, buses } = await twoThemes(house)
  const noor = await house.as('noor')
  const quoted = { answer: String(numbers[0]), passage: 'No bus after six', version: '0' }
  expect((await noor.post(`/themes/${buses.number}/quotations`, quoted)).status).toBe(303)
  house.moveOn(22)
  await (await house.as('noor')).post(`/calls/${call.number}/result`)
  await house.runJobs()
  const page = async () => (await house.visitor().get(`/calls/${call.number}/result`)).text()
  expect(await page()).toContain('No bus after six')
  const { rows } = await sql<{ held: boolean }>`
    select figures::text like '%after six%' as held from result_editions where call_id = ${call.id}`.execute(
    house.db,
  )
  expect(rows).toEqual([{ held: false }])
  const { id } = await house.db
    .selectFrom('matters')
    .select('id')
    .where('number', '=', numbers[0] ?? 0)
    .executeTakeFirstOrThrow()
  await eraseAnswer(house.db, { answer: { id, authorship: 'named' }, now: house.clock.now() })
  expect(await page()).not.toContain('No bus after six')
})
