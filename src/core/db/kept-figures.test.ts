import { expect, test } from 'vitest'
import type { Db } from './connect.ts'
import { KeptFigures } from './kept-figures.ts'

/** Only what they are kept for. */
const house = {} as Db
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 12, 0, seconds))

/** Counts how often it was asked; each count is one more than the last. */
function counting(from: number) {
  const counts = { asked: 0 }
  const kept = new KeptFigures<number>((figures) => figures > 100)
  const get = (seconds: number) =>
    kept.get(house, {
      key: 'housing',
      now: at(seconds),
      count: async () => {
        counts.asked += 1
        return from + counts.asked
      },
    })
  return { counts, get }
}

test('small figures are counted for each reader', async () => {
  const { get } = counting(0)
  expect([await get(0), await get(0), await get(1)]).toEqual([1, 2, 3])
})

test('large ones once a minute, and nobody waits for the next', async () => {
  const { counts, get } = counting(1_000)
  expect([await get(0), await get(59)]).toEqual([1_001, 1_001])
  expect(await get(60)).toBe(1_001)
  expect(counts.asked).toBe(2)
  expect(await get(61)).toBe(1_002)
})

test('what is older than ten minutes, or from a day to come, is told to nobody', async () => {
  const { get } = counting(1_000)
  await get(0)
  expect(await get(600)).toBe(1_002)
  expect(await get(0)).toBe(1_003)
})

test('a storm of readers who find nothing kept does not count for each', async () => {
  const { counts, get } = counting(1_000)
  await Promise.all(Array.from({ length: 50 }, () => get(0)))
  expect(counts.asked).toBe(2)
})
