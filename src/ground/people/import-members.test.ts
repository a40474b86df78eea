import { afterAll, expect, test } from 'vitest'
import { csvIn } from '../../app/testing/csv-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { importMembers } from './import-members.ts'

const house = await openTestHouse()
afterAll(() => house.close())

async function take(text: string) {
  const { given, problems } = csvIn(house, text)
  return { ...(await importMembers(house.db, given)), problems }
}

const FILE = `name,email,unit,number,from
Bea Moss,BEA@example.net,millbrook,M-1,2025-05-01
Bea M.,bea@example.net,southdown,M-2,
Cal Ford,cal@example,millbrook,M-3,
Dee Hall,dee@example.net,atlantis,M-4,
Eve Lamb,eve@example.net,millbrook,M-1,
Fin Oak,fin@example.net,millbrook,M-6,1st May
Gus Elm,gus@example.net,southdown,,
`

const bea = () => house.db.selectFrom('people').selectAll().where('email', '=', 'bea@example.net').execute()

test('good rows are kept; bad ones are named by line, column and reason', async () => {
  const { taken, known, problems } = await take(FILE)
  expect([taken, known]).toEqual([3, 0])
  expect(problems.map(({ line, heading }) => [line, heading])).toEqual([
    [4, 'email'],
    [5, 'unit'],
    [7, 'from'],
    [6, 'number'],
  ])
  expect(problems.at(-1)?.reason).toContain('M-1')
})

test('an address is one person, with a membership in each unit', async () => {
  const people = await bea()
  expect(people.map(({ name }) => name)).toEqual(['Bea Moss'])
  const memberships = await house.db
    .selectFrom('memberships')
    .select(['number', 'fromOn'])
    .where('personId', '=', people[0]?.id ?? '')
    .orderBy('number')
    .execute()
  expect(memberships).toEqual([
    { number: 'M-1', fromOn: '2025-05-01' },
    { number: 'M-2', fromOn: '2026-11-02' },
  ])
})

test('given again, or twice at once, it changes nothing', async () => {
  const both = await Promise.all([take(FILE), take(FILE)])
  expect(both.map(({ taken, known }) => [taken, known])).toEqual([
    [0, 3],
    [0, 3],
  ])
})

test('somebody who has an account already keeps it', async () => {
  const before = house.world.people.nasreen
  await take('name,email,unit\nNasreen A.,nasreen@example.org,southdown\n')
  const after = await house.db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('email', '=', 'nasreen@example.org')
    .executeTakeFirstOrThrow()
  expect(after).toEqual({ id: before.id, name: before.name })
})
