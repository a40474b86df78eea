import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proofFrom, provenBound } from './certificate.ts'
import { findLottery } from './find-lottery.ts'
import { decimalOf, wordsOf } from './fraction.ts'
import { problemFrom } from './problem.ts'
import { groupProfiles } from './profiles.ts'
import { loadSolver } from './solver.ts'
import { syntheticPool } from './synthetic-pool.ts'

// Two places; 9 of the first kind, of whom one sits at most, and 3 of the second: the first can have 1/9 at best.
const unequal = problemFrom(2, [9, 3], [{ name: 'first', profiles: [0], min: 0, max: 1 }])

test('a price on the quota that binds proves what can be counted by hand', () => {
  expect(wordsOf(provenBound(unequal, [1n, 0n], []) ?? fail())).toBe('1/9')
  expect(wordsOf(provenBound(unequal, [0n, 1n], []) ?? fail())).toBe('1/6')
  expect(provenBound(unequal, [0n, 0n], [])).toBeUndefined()
})

test('a worth below 0 is made up for, as no chance is above 1', () => {
  // Worths 1 and −1: the cap is 1·1 − 1·… of the second, who have at most 1 each: (1 + 3) / 9 and no less.
  const priced = problemFrom(
    2,
    [9, 3],
    [
      { name: 'first', profiles: [0], min: 0, max: 1 },
      { name: 'second', profiles: [1], min: 0, max: 2 },
    ],
  )
  expect(wordsOf(provenBound(priced, [1n, -1n, 0n], []) ?? fail())).toBe('4/9')
})

test('prices as a solver gives them become whole and prove the same', () => {
  const proof = proofFrom(unequal, [1 / 9 + 1e-13, 0], [])
  expect(proof).toMatchObject({ prices: [1n, 0n] })
})

test('no prices whatever prove a bound below what a lottery reaches', async () => {
  const { pool, quotas } = syntheticPool({ people: 40, size: 8, values: [2, 3], slack: 1 }, 'any prices')
  const lottery = findLottery(await loadSolver(), { pool, quotas, size: 8, method: 'leximin', panels: 200 })
  const { problem } = groupProfiles(pool, quotas, 8)
  const least = decimalOf(lottery?.least ?? fail())
  const prices = fc.array(fc.bigInt({ min: -20n, max: 20n }), {
    minLength: problem.rules.length,
    maxLength: problem.rules.length,
  })
  fc.assert(
    fc.property(prices, (some) => {
      const bound = provenBound(problem, some, [])
      if (bound) expect(decimalOf(bound)).toBeGreaterThanOrEqual(least - 1e-12)
    }),
    { numRuns: 2_000, seed: 5 },
  )
})

function fail(): never {
  throw new Error('There should be a bound.')
}
