import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { testFeasibility } from './feasibility.ts'
import type { Person } from './pool.ts'
import type { Quota } from './quotas.ts'
import { loadSolver, type Solver } from './solver.ts'
import { syntheticPool } from './synthetic-pool.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

const pool: Person[] = [
  ...people(6, ['woman', 'old', 'north']),
  ...people(6, ['man', 'young', 'south']),
  ...people(6, ['man', 'old', 'south']),
]

function people(count: number, values: string[]): Person[] {
  return Array.from({ length: count }, (_, index) => ({ id: `${values.join('-')} ${index}`, values }))
}

function quota(category: string, value: string, min: number, max: number): Quota {
  return { category, value, min, max }
}

const quotas = [
  quota('gender', 'woman', 4, 6),
  quota('gender', 'man', 4, 10),
  quota('age', 'young', 0, 10),
  quota('age', 'old', 0, 10),
  quota('place', 'north', 0, 3),
  quota('place', 'south', 0, 10),
]

test('the two bounds that cannot both hold are named, and nothing else', () => {
  const answer = testFeasibility(solver, { pool, quotas, size: 10 })
  expect(answer).toMatchObject({ feasible: false, why: 'quotas-conflict' })
  if (answer.feasible || answer.why !== 'quotas-conflict') throw new Error('It should conflict.')
  expect(answer.conflict).toEqual([
    { category: 'gender', value: 'woman', bound: 'min', number: 4 },
    { category: 'place', value: 'north', bound: 'max', number: 3 },
  ])
  expect(answer.change).toHaveLength(1)
})

test('the change proposed makes a panel possible', () => {
  const answer = testFeasibility(solver, { pool, quotas, size: 10 })
  if (answer.feasible || answer.why !== 'quotas-conflict') throw new Error('It should conflict.')
  const mended = quotas.map((one) => {
    const change = answer.change.find(
      ({ category, value }) => category === one.category && value === one.value,
    )
    return change ? { ...one, [change.bound]: change.becomes } : one
  })
  expect(testFeasibility(solver, { pool, quotas: mended, size: 10 })).toEqual({ feasible: true })
})

test('a bound that asks for more people than the pool holds conflicts with nobody else', () => {
  const greedy = [
    quota('gender', 'woman', 7, 10),
    quota('gender', 'man', 0, 10),
    ...quotas.slice(2, 4),
    ...wide(),
  ]
  const answer = testFeasibility(solver, { pool, quotas: greedy, size: 10 })
  expect(answer).toMatchObject({
    conflict: [{ category: 'gender', value: 'woman', bound: 'min', number: 7 }],
    change: [{ category: 'gender', value: 'woman', bound: 'min', number: 7, becomes: 6 }],
  })
})

test('a pool smaller than the panel is said to be, whatever the quotas', () => {
  expect(testFeasibility(solver, { pool: pool.slice(0, 5), quotas: [], size: 10 })).toEqual({
    feasible: false,
    why: 'too-few-people',
    mostSeats: 5,
  })
})

test('any conflict: without any one of its bounds it is none', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 6 }), (seed) => {
      const made = syntheticPool({ people: 24, size: 12, values: [2, 3, 3], skew: 1.2 }, seed)
      const answer = testFeasibility(solver, { ...made, size: 12 })
      if (answer.feasible || answer.why !== 'quotas-conflict') return
      const named = answer.conflict.map((bound) =>
        loosened(
          made.quotas,
          answer.conflict.filter((other) => other !== bound),
        ),
      )
      for (const fewer of named)
        expect(testFeasibility(solver, { pool: made.pool, quotas: fewer, size: 12 }).feasible).toBe(true)
      expect(
        testFeasibility(solver, { pool: made.pool, quotas: loosened(made.quotas, answer.conflict), size: 12 })
          .feasible,
      ).toBe(false)
    }),
    { numRuns: 20, seed: 7 },
  )
}, 120_000)

/** The quotas with only these bounds left in force. */
function loosened(
  all: readonly Quota[],
  kept: readonly { category: string; value: string; bound: string }[],
): Quota[] {
  const has = (one: Quota, bound: string) =>
    kept.some(
      (other) => other.category === one.category && other.value === one.value && other.bound === bound,
    )
  return all.map((one) => ({
    ...one,
    min: has(one, 'min') ? one.min : 0,
    max: has(one, 'max') ? one.max : 99,
  }))
}

function wide() {
  return [quota('place', 'north', 0, 10), quota('place', 'south', 0, 10)]
}
