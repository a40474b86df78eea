import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { fairestPortfolio } from './column-generation.ts'
import { fairestChances } from './fair-chances.ts'
import { nashChances } from './nash.ts'
import { nashPortfolio } from './nash-portfolio.ts'
import { type Problem, problemFrom } from './problem.ts'
import { groupProfiles } from './profiles.ts'
import { loadSolver, type Solver } from './solver.ts'
import { syntheticPool } from './synthetic-pool.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

test('level by level, as counted by hand', () => {
  // 12 of whom one sits, 4 of whom one sits, 2 of whom one sits.
  const three = problemFrom(
    3,
    [12, 4, 2],
    [
      { name: 'a', profiles: [0], min: 1, max: 1 },
      { name: 'b', profiles: [1], min: 1, max: 1 },
      { name: 'c', profiles: [2], min: 1, max: 1 },
    ],
  )
  expectChances(fairestChances(solver, three)?.chances, [1 / 12, 1 / 4, 1 / 2])
  expectChances(fairestPortfolio(solver, three).chances, [1 / 12, 1 / 4, 1 / 2])
  expectChances(nashChances(three, []).chances, [1 / 12, 1 / 4, 1 / 2])
})

test('leximin and Nash differ where raising the worst-off costs others more', () => {
  // Two places; neither x nor the two w go with y or z: a panel is x and one w, or y and z. With x on a share s of the
  // panels the chances are s, 1 − s, 1 − s, s/2. Leximin: 1 − s = s/2. Nash: 3/s = 2/(1 − s).
  const apart = problemFrom(
    2,
    [1, 1, 1, 2],
    [
      { name: 'x or y', profiles: [0, 1], min: 0, max: 1 },
      { name: 'x or z', profiles: [0, 2], min: 0, max: 1 },
      { name: 'w or y', profiles: [3, 1], min: 0, max: 1 },
      { name: 'w or z', profiles: [3, 2], min: 0, max: 1 },
    ],
  )
  expectChances(fairestChances(solver, apart)?.chances, [2 / 3, 1 / 3, 1 / 3, 1 / 3])
  expectChances(nashChances(apart, []).chances, [0.6, 0.4, 0.4, 0.3])
  expectChances(fairestPortfolio(solver, apart).chances, [2 / 3, 1 / 3, 1 / 3, 1 / 3])
  expect(product(apart, nashPortfolio(solver, apart).chances, [])).toBeCloseTo(
    product(apart, [0.6, 0.4, 0.4, 0.3], []),
    4,
  )
})

test('any pool: leximin is ahead of every other chances at the first place they differ; Nash has the largest product', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 5 }),
      fc.integer({ min: 12, max: 40 }),
      (seed, people) => {
        const problem = problemOf(seed, people)
        const leximin = fairestChances(solver, problem)
        if (!leximin) return
        const never = leximin.never
        const nash = nashChances(problem, never)
        const maximin = fairestChances(solver, problem, { onlyLeast: true })?.chances ?? []
        for (const other of [maximin, nash.chances]) expectAhead(problem, leximin.chances, other)
        expect(product(problem, nash.chances, never)).toBeGreaterThan(
          product(problem, leximin.chances, never) - 1e-6,
        )
        expect(product(problem, nash.chances, never)).toBeLessThan(Math.log(nash.meanAtMost) + 1e-6)
      },
    ),
    { numRuns: 20, seed: 17 },
  )
}, 120_000)

test('over whole panels, leximin and Nash reach at most what the average panel allows, and their own bounds', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 5 }),
      fc.integer({ min: 12, max: 24 }),
      (seed, people) => {
        const problem = problemOf(seed, people)
        const average = fairestChances(solver, problem)
        if (!average || average.never.length > 0) return
        const whole = fairestPortfolio(solver, problem)
        if (whole.never.length > 0) return
        expect(whole.least).toBeLessThan(average.least + 1e-6)
        expect(whole.atMost - whole.least).toBeLessThan(1e-6)
        expectAhead(problem, average.chances, whole.chances)
        const nash = nashPortfolio(solver, problem)
        expect(Math.log(nash.meanAtMost) - product(problem, nash.chances, [])).toBeLessThan(1e-3)
        expect(product(problem, nash.chances, [])).toBeGreaterThan(product(problem, whole.chances, []) - 1e-3)
      },
    ),
    { numRuns: 4, seed: 18 },
  )
}, 120_000)

function problemOf(seed: string, people: number): Problem {
  const size = Math.floor(people / 3)
  const { pool, quotas } = syntheticPool({ people, size, values: [2, 3, 2], slack: 1 }, seed)
  return groupProfiles(pool, quotas, size).problem
}

function expectChances(chances: readonly number[] | undefined, wanted: readonly number[]) {
  expect(chances).toHaveLength(wanted.length)
  wanted.forEach((chance, profile) => {
    expect(chances?.[profile]).toBeCloseTo(chance, 6)
  })
}

/** In ascending order, person by person, the first difference (beyond rounding) is in favour of `one`. */
function expectAhead(problem: Problem, one: readonly number[], other: readonly number[]) {
  const [ours, theirs] = [one, other].map((chances) =>
    problem.counts
      .flatMap((count, profile) => new Array<number>(count).fill(chances[profile] ?? 0))
      .sort((a, b) => a - b),
  )
  const place = (ours ?? []).findIndex((chance, index) => Math.abs(chance - (theirs?.[index] ?? 0)) > 1e-5)
  if (place >= 0) expect(ours?.[place]).toBeGreaterThan(theirs?.[place] ?? 0)
}

/** Mean logarithm of the chances of those who can be drawn. */
function product({ counts }: Problem, chances: readonly number[], never: readonly number[]): number {
  const drawn = counts.flatMap((count, profile) =>
    never.includes(profile) ? [] : [{ count, chance: chances[profile] ?? 0 }],
  )
  const people = drawn.reduce((sum, { count }) => sum + count, 0)
  return drawn.reduce((sum, { count, chance }) => sum + count * Math.log(chance), 0) / people
}
