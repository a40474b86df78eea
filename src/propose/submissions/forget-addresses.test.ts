import { afterAll, expect, test } from 'vitest'
import { announce, handedIn } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

async function withAddress(name: string) {
  return handedIn(house, { authorship: 'named', name, email: `${name.toLowerCase()}@example.org` })
}

async function decide(path: string, fields: Record<string, string>): Promise<void> {
  const noor = await house.as('noor')
  const reply = await noor.post(`${path}/decision`, { reason: 'Because we looked into it.', ...fields })
  expect(reply.status).toBe(303)
  await announce(house)
}

/** Who of those handing in still has an address with us, by name; the names stand as long as the words. */
async function known(): Promise<(string | null)[]> {
  const rows = await house.db
    .selectFrom('submissionSignatures')
    .select(['name', 'email'])
    .orderBy('name')
    .execute()
  expect(rows.map(({ name }) => name)).toEqual(['Amina', 'Bella', 'Carl', 'Dora'])
  return rows.filter(({ email }) => email !== null).map(({ name }) => name)
}

async function daysOn(days: number): Promise<void> {
  house.moveOn(days)
  await house.runJobs()
}

test('an address given for letters goes twelve months after its story ended, wherever that was', async () => {
  const [amina, bella, carl] = [
    await withAddress('Amina'),
    await withAddress('Bella'),
    await withAddress('Carl'),
  ]
  await withAddress('Dora')
  await decide(amina.path, { outcome: 'answered' })
  await decide(bella.path, { outcome: 'merged', merge_into: String(carl.number) })
  await daysOn(100)
  await decide(carl.path, { outcome: 'answered' })
  await daysOn(264)
  expect(await known()).toEqual(['Amina', 'Bella', 'Carl', 'Dora'])
  await daysOn(2)
  expect(await known()).toEqual(['Bella', 'Carl', 'Dora'])
  await daysOn(98)
  expect(await known()).toEqual(['Bella', 'Carl', 'Dora'])
  await daysOn(2)
  expect(await known()).toEqual(['Dora'])
  expect((await house.visitor().get(amina.path)).text()).toContain('Amina')
})
