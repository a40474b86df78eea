import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { fairestPortfolio } from './column-generation.ts'
import { findLottery, type Method } from './find-lottery.ts'
import { decimalOf, wordsOf } from './fraction.ts'
import type { Person } from './pool.ts'
import { groupProfiles } from './profiles.ts'
import type { Quota } from './quotas.ts'
import { loadSolver, type Solver } from './solver.ts'
import { syntheticPool } from './synthetic-pool.ts'
import { expectSound } from './testing/expect-sound.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

describe('pools of our own', () => {
  test('leximin serves the least first, and everyone else better than maximin serves its worst', () => {
    const { pool, quotas } = syntheticPool({ people: 120, size: 20, values: [2, 3, 4] }, 'one')
    const leximin = findLottery(solver, { pool, quotas, size: 20, method: 'leximin' })
    const maximin = findLottery(solver, { pool, quotas, size: 20, method: 'maximin' })
    expectSound(leximin, { pool, quotas, size: 20 })
    expectSound(maximin, { pool, quotas, size: 20 })
    expect(decimalOf(leximin.least)).toBeCloseTo(decimalOf(maximin.least), 6)
    expect(leximin.bounds.high - leximin.bounds.low).toBeLessThan(1e-5)
  })

  test('where whole panels cannot do what their average can, column generation finds what they can', () => {
    // Three people, each in two of three groups, two places, every group at least once and at most once: the average
    // panel could give everyone 2/3 of a seat; a whole panel of two always takes one group twice.
    const odd: Quota[] = ['a', 'b', 'c'].flatMap((category) => [
      { category, value: 'yes', min: 0, max: 1 },
      { category, value: 'no', min: 0, max: 9 },
    ])
    const pool: Person[] = [
      { id: '1', values: ['yes', 'yes', 'no'] },
      { id: '2', values: ['yes', 'no', 'yes'] },
      { id: '3', values: ['no', 'yes', 'yes'] },
      { id: '4', values: ['no', 'no', 'no'] },
      { id: '5', values: ['no', 'no', 'no'] },
    ]
    const lottery = findLottery(solver, { pool, quotas: odd, size: 2, method: 'leximin' })
    expectSound(lottery, { pool, quotas: odd, size: 2 })
    expect(wordsOf(lottery.least)).toBe('1/3')
    expect(lottery.bounds.high).toBeCloseTo(1 / 3, 6)
    expect(lottery.proof.kind).toBe('solver')
  })

  test('people of one household never sit together, and lose no chance for it where there is room', () => {
    const { pool, quotas } = syntheticPool({ people: 60, size: 10, values: [2, 3], slack: 1 }, 'homes')
    const paired = pool.map((person, place) =>
      place < 40 ? { ...person, household: `h${place >> 1}` } : person,
    )
    const lottery = findLottery(solver, { pool: paired, quotas, size: 10, method: 'leximin' })
    expectSound(lottery, { pool: paired, quotas, size: 10 })
    for (const { members } of groupProfiles(paired, quotas, 10).profiles) {
      const seats = members.map((place) => lottery.seats[place] ?? 0)
      expect(Math.max(...seats) - Math.min(...seats)).toBeLessThanOrEqual(1)
    }
  })

  // Each of these once had no lottery, or a least chance of 0, for a reason of the arithmetic alone.
  test.each([
    [
      'some at certainty while others cannot be drawn',
      { people: 60, size: 20, values: [2, 3, 2], skew: 0.9 },
      'f16',
    ],
    [
      'rounding errors that build up over levels',
      { people: 66, size: 13, values: [2, 2, 2, 2, 2], skew: 0.9 },
      'f154',
    ],
  ])('%s: the least chance is what whole panels can do', (_, shape, seed) => {
    const { pool, quotas } = syntheticPool(shape, seed)
    const lottery = findLottery(solver, { pool, quotas, size: shape.size, method: 'leximin', panels: 400 })
    expectSound(lottery, { pool, quotas, size: shape.size })
    const { problem } = groupProfiles(pool, quotas, shape.size)
    const whole = fairestPortfolio(solver, problem, { onlyLeast: true })
    expect(decimalOf(lottery.least)).toBeGreaterThan(whole.least - 1 / 400)
    expect(lottery.bounds.high).toBeCloseTo(whole.least, 6)
  })

  test('nobody is promised a chance who cannot be drawn: they are named', () => {
    const quotas: Quota[] = [
      { category: 'age', value: 'young', min: 0, max: 0 },
      { category: 'age', value: 'old', min: 0, max: 5 },
    ]
    const pool = ['young', 'old', 'old', 'old', 'old'].map((age, index) => ({
      id: `${index}`,
      values: [age],
    }))
    const lottery = findLottery(solver, { pool, quotas, size: 2, method: 'nash' })
    expect(lottery?.never).toEqual([0])
    expect(wordsOf(lottery?.least ?? { numerator: 0n, denominator: 1n })).toBe('1/2')
  })

  test('any pool: every panel keeps every quota, and the least chance is within its proven bounds', () => {
    fc.assert(
      fc.property(anyCase(), ({ seed, people, method, homes }) => {
        const size = Math.max(2, Math.floor(people / 5))
        const made = syntheticPool({ people, size, values: [2, 3, 2], slack: 1 }, seed)
        const pool = made.pool.map((person, place) => ({
          ...person,
          ...(place % homes === 0 ? { household: `${place >> 2}` } : {}),
        }))
        const lottery = findLottery(solver, { pool, quotas: made.quotas, size, method, panels: 50 })
        if (lottery) expectSound(lottery, { pool, quotas: made.quotas, size })
      }),
      { numRuns: 25, seed: 2026 },
    )
  }, 120_000)
})

function anyCase() {
  return fc.record({
    seed: fc.string({ minLength: 1, maxLength: 8 }),
    people: fc.integer({ min: 10, max: 60 }),
    method: fc.constantFrom<Method>('leximin', 'maximin', 'nash'),
    homes: fc.integer({ min: 2, max: 5 }),
  })
}
