import { afterAll, expect, test } from 'vitest'
import { inTransaction } from '#core/db/transaction.ts'
import { handedIn } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { link, type Relation } from './link.ts'

const house = await openTestHouse()
afterAll(() => house.close())

async function linked(from: number, relation: Relation, to: number): Promise<void> {
  const idOf = async (number: number) =>
    (await house.db.selectFrom('matters').select('id').where('number', '=', number).executeTakeFirstOrThrow())
      .id
  const [fromId, toId] = await Promise.all([idOf(from), idOf(to)])
  await inTransaction(house.db, (tx) => link(tx, { from: fromId, to: toId, relation, at: house.clock.now() }))
}

interface Told {
  came_from: { number: number; steps_away: number }[]
  led_to: { number: number; steps_away: number }[]
  whole: boolean
}

async function wayOf(number: number): Promise<Told> {
  return (await house.visitor().getJson(`/api/v1/submissions/${number}/provenance`)).json()
}

const handIn = async (title: string) => (await handedIn(house, { title })).number

test('a merge and what it cites are followed to their beginning, and from there to where they led', async () => {
  const first = await handIn('A first idea')
  const second = await handIn('One that cites it')
  const third = await handIn('One that the second was merged into')
  await linked(second, 'cites', first)
  await linked(second, 'merged-into', third)
  const back = await wayOf(third)
  expect(back.came_from.map((one) => [one.number, one.steps_away])).toEqual([
    [second, 1],
    [first, 2],
  ])
  expect(back.led_to).toEqual([])
  const on = await wayOf(first)
  expect(on.led_to.map(({ number }) => number)).toEqual([second, third])
  const page = await house.visitor().get(`/submissions/${first}/provenance`)
  expect(page.text()).toContain('2 steps away')
})

test('a circle of links ends, and seven steps are told to be more than the way shown', async () => {
  const numbers: number[] = []
  for (let at = 0; at < 8; at += 1) numbers.push(await handIn(`Link ${at} of a chain`))
  for (const [at, number] of numbers.entries()) await linked(number, 'cites', numbers[(at + 1) % 8] ?? 0)
  const way = await wayOf(numbers[0] ?? 0)
  expect(way.came_from).toHaveLength(6)
  expect(way.whole).toBe(false)
})
