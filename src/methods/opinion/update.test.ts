import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse } from './analyse.ts'
import { groupedVotes, movedVotes } from './group-votes.ts'
import { plantedVotes } from './planted-votes.ts'
import { adjustedRandIndex } from './rand-index.ts'
import { type Following, follow, withOneVote } from './update.ts'
import { type Answer, tableOf, type Vote, withVote } from './vote-table.ts'

const { votes } = plantedVotes({ sizes: [40, 30], statements: 20, seenPercent: 70, seed: 4 })

function following(first: readonly Vote[], later: readonly Vote[]): Following {
  return later.reduce(withOneVote, follow(tableOf(first)))
}

const someVote = fc.record({
  participant: fc.nat(12).map(String),
  statement: fc.nat(9).map(String),
  answer: fc.constantFrom<Answer>(-1, 0, 1),
})

test('votes put in one by one make the same table as all at once', () => {
  fc.assert(
    fc.property(fc.array(someVote, { minLength: 2, maxLength: 80 }), ([first, ...later]) => {
      if (!first) return
      expect(later.reduce(withVote, tableOf([first]))).toEqual(tableOf([first, ...later]))
    }),
  )
})

test('after a hundred updates every count is exact and the map is that of a new computation', () => {
  const { opinion } = following(votes.slice(0, -100), votes.slice(-100))
  const afresh = analyse(tableOf(votes))
  expect(opinion.everyone).toEqual(afresh.everyone)
  const counted = groupedVotes(opinion.table, opinion.groupOf, opinion.grouping.count)
  expect(opinion.counts).toEqual(counted.counts)
  expect(opinion.consensus).toEqual(afresh.consensus)
  expect(opinion.components.center).toEqual(afresh.components.center)
  const [first = 0, second = 0] = opinion.components.variances
  expect(first / (afresh.components.variances[0] ?? 0)).toBeCloseTo(1, 6)
  expect(second / (afresh.components.variances[1] ?? 0)).toBeCloseTo(1, 6)
  expect(adjustedRandIndex(opinion.groupOf, afresh.groupOf)).toBe(1)
})

test('counts after people changed group are those counted anew', () => {
  const table = tableOf(votes)
  const group = fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 70, maxLength: 70 })
  fc.assert(
    fc.property(group, group, (first, later) => {
      const before = { table, ...groupedVotes(table, Int32Array.from(first), 3) }
      const { groupOf, counts, everyone } = movedVotes(before, Int32Array.from(later))
      expect({ groupOf, counts, everyone }).toEqual(groupedVotes(table, Int32Array.from(later), 3))
    }),
    { numRuns: 20 },
  )
})

test('new people and new statements find their place, and nobody else changes group', () => {
  const before = follow(tableOf(votes))
  const answers: Vote[] = Array.from({ length: 8 }, (_, i) => ({
    participant: '17.5',
    statement: `${i}`,
    answer: 1,
  }))
  const after = [...answers, { participant: '17.5', statement: '3.5', answer: -1 } as const].reduce(
    withOneVote,
    before,
  )
  expect(after.opinion.table.participants).toHaveLength(71)
  expect(after.opinion.table.statements).toHaveLength(21)
  const newcomer = after.opinion.table.participants.indexOf('17.5')
  expect(after.opinion.groupOf[newcomer]).toBeGreaterThanOrEqual(0)
  const others = [...after.opinion.groupOf].filter((_, person) => person !== newcomer)
  expect(others).toEqual([...before.opinion.groupOf])
})

test('another number of groups is taken up only when it was clearest four times running', () => {
  const { votes: three } = plantedVotes({ sizes: [40, 30, 30], statements: 20, seenPercent: 70, seed: 4 })
  let state = follow(tableOf(three.filter((vote) => Number(vote.participant) < 70)))
  expect(state.opinion.grouping.count).toBe(2)
  for (const vote of three.filter(({ participant }) => Number(participant) >= 70)) {
    const before = state
    state = withOneVote(state, vote)
    const hasChanged = state.opinion.grouping.count !== before.opinion.grouping.count
    if (hasChanged) expect(state.patience.times).toBeGreaterThanOrEqual(4)
    if (hasChanged) expect(state.opinion.grouping.count).toBe(state.patience.groups)
  }
  expect(state.opinion.grouping.count).toBe(3)
})

test('a vote on a statement set aside moves nobody', () => {
  const before = follow(tableOf(votes), { setAside: ['0'] })
  const free = before.opinion.table.participants.find(
    (participant) => !votes.some((vote) => vote.participant === participant && vote.statement === '0'),
  )
  const after = withOneVote(before, { participant: free ?? '', statement: '0', answer: -1 })
  const moves = after.opinion.people.values.map((place, i) =>
    Math.abs(place - (before.opinion.people.values[i] ?? 0)),
  )
  expect(Math.max(...moves)).toBeLessThan(1e-6)
  expect(after.opinion.groupOf).toEqual(before.opinion.groupOf)
  expect(after.opinion.everyone.disagrees[0]).toBe((before.opinion.everyone.disagrees[0] ?? 0) + 1)
})
