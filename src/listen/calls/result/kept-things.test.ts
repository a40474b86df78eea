import { expect, test } from 'vitest'
import { KeptThings } from './kept-things.ts'

test('what many ask for at once is made once', async () => {
  const kept = new KeptThings<number>()
  let made = 0
  const make = async () => {
    made += 1
    return made
  }
  expect(await Promise.all([kept.get('a', make), kept.get('a', make), kept.get('b', make)])).toEqual([
    1, 1, 2,
  ])
  expect(await kept.get('a', make)).toBe(1)
})

test('what failed is told to all who waited, and tried again by the next', async () => {
  const kept = new KeptThings<number>()
  const failing = () => Promise.reject(new Error('no database'))
  const both = await Promise.allSettled([kept.get('a', failing), kept.get('a', failing)])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await kept.get('a', async () => 2)).toBe(2)
})
