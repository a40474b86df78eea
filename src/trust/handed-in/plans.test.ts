import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '#core/db/connect.ts'
import { openTestCall } from '../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { takingIn } from '../../app/testing/taking-in.ts'
import { themeOf } from '../../app/testing/themed-call.ts'
import { type PlanReader, readPlans } from '../../app/testing/whole-reads.ts'
import { answersAwaiting, ownAnswers } from '../../listen/calls/index.ts'

/** What grows with every answer to any call; how submissions are found is tried in src/app/plans.test.ts. */
const BIG = ['matters', 'answers', 'answer_authors', 'answer_themes', 'answer_decisions', 'notice_askings']

const house = await openTestHouse()
let plans: PlanReader
beforeAll(async () => {
  const call = await openTestCall(house)
  const { saying, named, takeInAll } = takingIn(house, call)
  const taken = await takeInAll(
    Array.from({ length: 1_500 }, (_, at) => saying(`No bus after ${at}.`, { author: named('olga') })),
  )
  const numbers = taken.flatMap((one) => (one.ok ? [one.number] : []))
  for (let at = 0; at < 1_500; at += 100)
    await themeOf(house, call, { answers: numbers.slice(at, at + 100), words: ['bus'] })
  // In life nobody has more than a few of all there are.
  await sql`
    with known as (
      insert into people (id, name, joined_at)
      select gen_random_uuid(), 'Somebody ' || n, now() from generate_series(1, 500) as n returning id
    ), numbered as (
      select id, row_number() over () as place from known
    ), given as (
      select answer_id, row_number() over () as place from answer_authors
    )
    update answer_authors set person_id = numbered.id
    from given
    join numbered on numbered.place = 1 + given.place % 500
    where given.answer_id = answer_authors.answer_id and given.place > 3`.execute(house.db)
  plans = await readPlans({ url: house.url, pool: house.database.pool }, BIG)
}, 120_000)
afterAll(async () => {
  await plans.close()
  await house.close()
})

test.each([undefined, 'waiting', 'open', 'closed'] as const)(
  'what one person answered (%s) is found by indexes among all answers',
  async (state) => {
    const whose = { personId: house.world.people.olga.id, now: house.clock.now() }
    const ask = async (db: Db) => {
      await ownAnswers(db, { ...whose, state, after: null, most: 21 })
      await answersAwaiting(db, whose)
    }
    expect(await plans.wholeReadsOf(ask)).toEqual([])
  },
)
