import { afterAll, describe, expect, test } from 'vitest'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { inGroups } from './in-groups.ts'

const house = await openTestHouse()
afterAll(() => house.close())

/** Work that waits until it is let go, and remembers its sets. */
function slowWork(work: (ask: number) => string | Error) {
  const sets: number[][] = []
  const gates: (() => void)[] = []
  const ask = inGroups(async (_, asks: readonly number[]) => {
    sets.push([...asks])
    await new Promise<void>((resolve) => void gates.push(resolve))
    return asks.map((one) => {
      const told = work(one)
      if (told instanceof Error) throw told
      return told
    })
  })
  const letGo = async () => {
    while (gates.length > 0) {
      gates.shift()?.()
      await new Promise((resolve) => void setImmediate(resolve))
    }
  }
  return { sets, letGo, ask: (one: number) => ask(house.db, one) }
}

const refusal = (code: string) => Object.assign(new Error('no'), { code })

describe('asked for at once', () => {
  test('the first goes alone, those that come meanwhile are one set, and each gets its own answer', async () => {
    const { sets, letGo, ask } = slowWork((one) => `told ${one}`)
    const told = Promise.all([1, 2, 3, 4].map(ask))
    await letGo()
    expect(await told).toEqual(['told 1', 'told 2', 'told 3', 'told 4'])
    expect(sets).toEqual([[1], [2, 3, 4]])
  })

  test('afterwards the next goes alone again', async () => {
    const { sets, letGo, ask } = slowWork(String)
    for (const one of [1, 2]) {
      const told = ask(one)
      await letGo()
      expect(await told).toBe(String(one))
    }
    expect(sets).toEqual([[1], [2]])
  })

  test('what the database refuses is tried alone, and the others are done', async () => {
    const { sets, letGo, ask } = slowWork((one) => (one === 3 ? refusal('23505') : `told ${one}`))
    const told = Promise.allSettled([1, 2, 3, 4].map(ask))
    await letGo()
    expect((await told).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect(sets).toEqual([[1], [2, 3, 4], [2], [3], [4]])
  })

  test('nothing is tried again when nobody knows whether it was done', async () => {
    const { sets, letGo, ask } = slowWork((one) => (one === 3 ? new Error('connection lost') : `told ${one}`))
    const told = Promise.allSettled([1, 2, 3].map(ask))
    await letGo()
    expect((await told).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(sets).toEqual([[1], [2, 3]])
  })

  test('one that waits for a lock keeps the others waiting for a moment alone', async () => {
    const gate = Promise.withResolvers<void>()
    const ask = inGroups(async (_, asks: readonly string[]) => {
      if (asks.includes('locked')) await gate.promise
      return asks
    })
    const locked = ask(house.db, 'locked')
    expect(await Promise.all(['a', 'b'].map((one) => ask(house.db, one)))).toEqual(['a', 'b'])
    gate.resolve()
    expect(await locked).toBe('locked')
  })
})
