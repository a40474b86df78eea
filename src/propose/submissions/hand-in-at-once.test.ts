import { afterAll, describe, expect, test } from 'vitest'
import { unorderedId } from '#core/ids/ids.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

interface Told {
  number: number
  receipt: { key?: string; promise: string }
}

const words = (place: number) => ({
  title: `Mend the lamp at post ${place}`,
  words: `It has been dark at post ${place} since the storm.`,
  authorship: place % 3 === 0 ? 'anonymous' : 'named',
  to: place % 2 === 0 ? 'housing' : 'executive',
})

const handIn = (place: number, key = unorderedId()) =>
  house.visitor().postJson('/api/v1/submissions', words(place), { 'idempotency-key': key })

const bodyWith = async (number: number) =>
  (
    await house.db
      .selectFrom('custody')
      .innerJoin('matters', 'matters.id', 'custody.matterId')
      .innerJoin('bodies', 'bodies.id', 'custody.bodyId')
      .select('bodies.slug')
      .where('matters.number', '=', number)
      .executeTakeFirstOrThrow()
  ).slug

const placesOf = (most: number) => Array.from({ length: most }, (_, place) => place)

describe('forty hand-ins at once', () => {
  test('have each its own words, body, number, key and signed promise', async () => {
    const replies = await Promise.all(placesOf(40).map((place) => handIn(place)))
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 201))
    const told = replies.map((reply): Told => JSON.parse(reply.body))
    expect(new Set(told.map(({ number }) => number)).size).toBe(40)
    expect(new Set(told.map(({ receipt }) => receipt.key)).size).toBe(40)
    for (const [place, { number, receipt }] of told.entries()) {
      const story = await house.visitor().get(`/submissions/${number}`)
      expect(story.text()).toContain(words(place).words)
      expect(await bodyWith(number)).toBe(words(place).to)
      expect((await house.visitor().get(`/receipts/${number}.promise`)).body).toBe(receipt.promise)
    }
  })

  test('among them twice the same, a key for other words and an empty one: each gets its own answer', async () => {
    const [double, other] = [unorderedId(), unorderedId()]
    const replies = await Promise.all([
      ...placesOf(6).map((place) => handIn(place)),
      handIn(1, double),
      handIn(1, double),
      handIn(2, other),
      handIn(4, other),
      house.visitor().postJson('/api/v1/submissions', { ...words(7), title: '' }),
      handIn(8),
    ])
    const statuses = replies.map(({ status }) => status)
    expect(statuses.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 201))
    expect(replies[6]?.body).toBe(replies[7]?.body)
    expect(statuses.slice(8, 10).toSorted()).toEqual([201, 422])
    expect(statuses.slice(10)).toEqual([422, 201])
  })
})
