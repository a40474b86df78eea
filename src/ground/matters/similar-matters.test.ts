import { afterAll, expect, test } from 'vitest'
import { inTransaction } from '#core/db/transaction.ts'
import { handedIn } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { openMatters } from './open-matter.ts'
import { similarTo } from './similar-matters.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const titlesLike = async (title: string, most = 3) =>
  (await similarTo(house.db, { title, most })).map((similar) => similar.title)

test('other forms of the same words are found, the closest first', async () => {
  await handedIn(house, { title: 'Warmer housing for tenants' })
  await handedIn(house, { title: 'Warm houses for every tenant' })
  await handedIn(house, { title: 'A ferry to the island' })
  expect(await titlesLike('Warm houses for tenants')).toEqual([
    'Warm houses for every tenant',
    'Warmer housing for tenants',
  ])
})

test('a title of nothing but signs finds nothing', async () => {
  expect(await titlesLike('?!')).toEqual([])
})

test('what was removed or has ended is not among them', async () => {
  const { number } = await handedIn(house, { title: 'Benches along the canal' })
  expect(await titlesLike('Benches along a canal')).toEqual(['Benches along the canal'])
  await house.db
    .updateTable('matters')
    .set({ title: null, visibility: 'removed' })
    .where('number', '=', number)
    .execute()
  expect(await titlesLike('Benches along a canal')).toEqual([])
})

test('among thousands alike the one that is the same is still found', async () => {
  const { id: bodyId } = house.world.bodies.housing
  const { id: unitId } = house.world.units.alliance
  const matterOf = (title: string) => ({
    slice: 'submissions',
    kind: 'idea',
    title,
    language: 'en',
    unitId,
    route: 'import',
    bodyId,
    at: house.clock.now(),
  })
  const titles = Array.from(
    { length: 3_000 },
    (_, place) => `Repair the lift of tower ${place} before winter`,
  )
  await inTransaction(house.db, (tx) => openMatters(tx, titles.map(matterOf)))
  expect(await titlesLike('Repair the lift of tower 1741 before winter', 1)).toEqual([titles[1741]])
})
