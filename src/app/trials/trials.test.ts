import { afterAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../testing/open-test-house.ts'
import { jumpAbout } from './clock.ts'
import { decideAtOnce } from './decisions.ts'
import { hangMail } from './mail.ts'
import { type AskedHouse, migrateUnderLoad } from './migrations.ts'
import { seeded } from './trial.ts'

const house = await openTestHouse()
afterAll(() => house.close())

test('of fifty decisions at once on one matter one stands, and the others are told', async () => {
  expect(await decideAtOnce(house, 50)).toEqual({
    counts: { decisions: 50, stood: 1, told: 49, announced: 1 },
    faults: [],
  })
})

test('a mail server that hangs holds nobody up, and each letter goes later, once', async () => {
  expect(await hangMail(house, 5)).toMatchObject({ counts: { letters: 7, kept: 7, arrived: 7 }, faults: [] })
})

test('a clock that jumps about moves no due date, announces nothing twice, and leaves the record whole', async () => {
  const { counts, faults } = await jumpAbout(house, { steps: 60, chance: seeded(7) })
  expect(faults).toEqual([])
  expect(counts.announced).toBeGreaterThan(0)
}, 240_000)

test('migrations of the busiest tables are applied while people read and hand in, and no request fails', async () => {
  const { counts, faults } = await migrateUnderLoad(inThisProcess(house), {
    times: 1,
    between: 40,
    tell: () => {},
  })
  expect(faults).toEqual([])
  expect(counts).toMatchObject({ migrations: 5, errors: 0 })
}, 240_000)

/** The house that answers in the process of its tests. */
function inThisProcess(house: TestHouse): AskedHouse {
  const visitor = house.visitor()
  return {
    databaseUrl: house.url,
    ask: async ({ path, body }) => {
      const reply = await (body ? visitor.postJson(path, body) : visitor.get(path))
      return { status: reply.status, text: reply.text() }
    },
  }
}
