import { afterAll, expect, test } from 'vitest'
import { inTransaction } from '#core/db/transaction.ts'
import { orderedId } from '#core/ids/ids.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { makeSignInLink } from './request-sign-in.ts'

const house = await openTestHouse()
afterAll(() => house.close())

async function kept() {
  const [sessions, links, tokens] = await Promise.all(
    (['sessions', 'signInLinks', 'accessTokens'] as const).map((table) =>
      house.db.selectFrom(table).select('personId').execute(),
    ),
  )
  return { sessions: sessions?.length, links: links?.length, tokens: tokens?.length }
}

test('sessions and links go when their time is over, access tokens a month later', async () => {
  const now = house.clock.now()
  const personId = house.world.people.noor.id
  await house.as('noor')
  await inTransaction(house.db, (tx) => makeSignInLink(tx, { personId, goesTo: '/', now }))
  const token = { id: orderedId(now), personId, name: 'a program', scopes: [], madeAt: now }
  await house.db
    .insertInto('accessTokens')
    .values({ ...token, tokenHash: Buffer.alloc(32, 1), endsAt: new Date('2027-12-01T00:00:00Z') })
    .execute()
  await house.runJobs()
  expect(await kept()).toEqual({ sessions: 1, links: 1, tokens: 1 })
  house.moveOn(1)
  await house.runJobs()
  expect(await kept()).toEqual({ sessions: 1, links: 0, tokens: 1 })
  house.moveOn(400)
  await house.runJobs()
  expect(await kept()).toEqual({ sessions: 0, links: 0, tokens: 1 })
  house.moveOn(30)
  await house.runJobs()
  expect(await kept()).toMatchObject({ tokens: 0 })
})
