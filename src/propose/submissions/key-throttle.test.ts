import { afterAll, expect, test } from 'vitest'
import { connect } from '#core/db/connect.ts'
import { handedIn } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { countTry, forgetOldTries, takeBackTry } from './key-throttle.ts'

const house = await openTestHouse()
const another = connect({ url: house.url, most: 2 })
afterAll(async () => {
  await another.close()
  await house.close()
})

const tryOf = (number: string) => ({ number, secret: house.jobHouse.house.secret, now: house.clock.now() })

test('ten tries of a number are ten over all processes together, many at once or one by one', async () => {
  const tries = Array.from({ length: 30 }, (_, at) =>
    countTry(at % 2 === 0 ? house.db : another.db, tryOf('2417')),
  )
  const waits = await Promise.all(tries)
  expect(waits.filter((seconds) => seconds === 0)).toHaveLength(10)
  expect(await countTry(another.db, tryOf('2418'))).toBe(0)
})

test('a right key is not counted, and what is kept names nobody, no number and no second', async () => {
  const { number, key } = await handedIn(house)
  for (let at = 0; at < 15; at += 1)
    expect((await house.visitor().post(`/receipts/${number}`, { key: key ?? '' })).status).toBe(200)
  house.clock.moveOn(13_457)
  await countTry(house.db, tryOf('2419'))
  const rows = await house.db.selectFrom('keyTries').selectAll().execute()
  expect(rows.map((row) => Object.keys(row).sort())).toContainEqual(['bucket', 'since', 'tries'])
  expect(rows.every(({ since, bucket }) => since.getUTCSeconds() === 0 && bucket.length === 32)).toBe(true)
  await takeBackTry(house.db, tryOf('2420'))
})

test('tries go when their quarter of an hour is over', async () => {
  await countTry(house.db, tryOf('2421'))
  await forgetOldTries(house.db, house.clock.now())
  const kept = () => house.db.selectFrom('keyTries').select('tries').execute()
  expect((await kept()).length).toBeGreaterThan(0)
  house.clock.moveOn(16 * 60_000)
  await house.runJobs()
  expect(await kept()).toEqual([])
})
