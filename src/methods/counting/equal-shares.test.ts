import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addFractions, compareFractions, fraction } from './arithmetic/rational.ts'
import { type BudgetVote, type Completion, costOf, equalShares } from './equal-shares.ts'
import { readPabulib } from './formats/read-pabulib.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

function buy(
  vote: BudgetVote,
  completion: Completion = 'none',
  satisfaction: 'cost' | 'count' = 'cost',
): string[] {
  const bought = equalShares(vote, { satisfaction, completion, lots: () => [...vote.projects.keys()] })
  return bought.map(({ project }) => vote.projects[project]?.name ?? '')
}

const town = (voters: BudgetVote['voters'], costs: number[], budget: number): BudgetVote => ({
  title: 'Town',
  budget,
  projects: costs.map((cost, i) => ({ name: String.fromCharCode(65 + i), cost })),
  voters,
})

test('a minority with half the voters’ money decides over its share, where most votes would take all', () => {
  // 60 voters like A, B and C, 40 like D: of a budget of 100 the 40 own 40.
  const vote = town(
    [
      { utilities: [1, 1, 1, 0], count: 60 },
      { utilities: [0, 0, 0, 1], count: 40 },
    ],
    [30, 30, 30, 40],
    100,
  )
  expect(buy(vote)).toEqual(['D', 'A', 'B'].sort((a, b) => (a < b ? -1 : 1)))
})

test('nothing is bought that its supporters cannot pay, and completion spends what is left', () => {
  const vote = town(
    [
      { utilities: [1, 0], count: 1 },
      { utilities: [0, 1], count: 3 },
    ],
    [40, 75],
    100,
  )
  expect(buy(vote)).toEqual(['B'])
  expect(buy(vote, 'utilitarian')).toEqual(['B'])
  const small = town(
    [
      { utilities: [1, 0], count: 1 },
      { utilities: [0, 1], count: 3 },
    ],
    [25, 60],
    100,
  )
  expect(buy(small).sort()).toEqual(['A', 'B'])
  const gap = town(
    [
      { utilities: [1, 0], count: 1 },
      { utilities: [0, 1], count: 3 },
    ],
    [30, 60],
    100,
  )
  expect(buy(gap)).toEqual(['B'])
  expect(buy(gap, 'add1').sort()).toEqual(['A', 'B'])
  expect(buy(gap, 'utilitarian')).toEqual(['B', 'A'])
})

test('whatever the votes: the budget holds, and a group that owns the cost of a project all its members want is not left empty-handed', () => {
  const anyVote = fc.integer({ min: 1, max: 5 }).chain((size) =>
    fc.record({
      costs: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: size, maxLength: size }),
      voters: fc.array(
        fc.record({
          utilities: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: size, maxLength: size }),
          count: fc.integer({ min: 1, max: 5 }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      budget: fc.integer({ min: 1, max: 150 }),
      completion: fc.constantFrom<Completion>('none', 'add1', 'utilitarian', 'add1u'),
    }),
  )
  fc.assert(
    fc.property(anyVote, ({ costs, voters, budget, completion }) => {
      const vote = town(voters, costs, budget)
      const bought = equalShares(vote, { satisfaction: 'count', completion, lots: () => [...costs.keys()] })
      expect(costOf(vote, bought)).toBeLessThanOrEqual(budget)
      expect(new Set(bought.map(({ project }) => project)).size).toBe(bought.length)
      const all = voters.reduce((sum, { count }) => sum + count, 0)
      for (const [project, cost] of costs.entries()) {
        const fans = voters.filter(({ utilities }) => (utilities[project] ?? 0) > 0)
        const owned = fans.reduce(
          (sum, { count }) => addFractions(sum, fraction(budget * count, all)),
          fraction(0),
        )
        if (compareFractions(owned, fraction(cost)) < 0) continue
        const isServed = fans.some(({ utilities }) => bought.some((one) => (utilities[one.project] ?? 0) > 0))
        expect(isServed).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

const pb = `META
key;value
description;Town
budget;100
vote_type;approval
PROJECTS
project_id;cost;name
p1;40;Bench
p2;60;Trees
VOTES
voter_id;vote
1;p1,p2
2;p2
`

test('Pabulib files are read, and what is wrong in them is said with the line', () => {
  const vote = readPabulib(bytesOf(pb))
  expect(vote).toMatchObject({
    budget: 100,
    projects: [
      { name: 'Bench', cost: 40 },
      { name: 'Trees', cost: 60 },
    ],
  })
  expect(vote.voters).toEqual([
    { utilities: [1, 1], count: 1 },
    { utilities: [0, 1], count: 1 },
  ])
  expect(() => readPabulib(bytesOf(pb.replace('2;p2\n', '2;p9\n')))).toThrow(
    'line 13, column 1: The vote names project "p9"',
  )
  expect(() => readPabulib(bytesOf(pb.replace('p2;60', 'p2;lots')))).toThrow('line 9')
  expect(() => readPabulib(bytesOf('nothing\n'))).toThrow('Is it a Pabulib file?')
})
