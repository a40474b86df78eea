import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from './analyse.ts'
import { dot } from './leading-eigenpairs.ts'
import { minoritiesOf } from './minorities.ts'
import { plantedVotes } from './planted-votes.ts'
import { centred, principalComponents, settledFor } from './principal-components.ts'
import { adjustedRandIndex } from './rand-index.ts'
import { reportOf } from './report.ts'
import { stabilityOf } from './stability.ts'
import { type Answer, tableOf, type Vote } from './vote-table.ts'

const answer = fc.constantFrom<Answer>(-1, 0, 1)
const someVotes = fc.array(
  fc.record({ participant: fc.nat(30).map(String), statement: fc.nat(12).map(String), answer }),
  { minLength: 1, maxLength: 250 },
)
// One vote a cell, or shuffling the list would change which of two counts.
const distinctVotes = someVotes.map((votes) => [
  ...new Map(votes.map((vote) => [`${vote.participant} ${vote.statement}`, vote])).values(),
])

describe('any votes', () => {
  test('the order in which votes come changes nothing, to the last bit', () => {
    fc.assert(
      fc.property(distinctVotes, fc.infiniteStream(fc.nat()), (votes, keys) => {
        const shuffled = votes
          .map((vote) => ({ vote, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ vote }) => vote)
        expect(reportOf({ opinion: analyse(tableOf(shuffled)) })).toEqual(
          reportOf({ opinion: analyse(tableOf(votes)) }),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('renaming people moves the same places to the new names', () => {
    fc.assert(
      fc.property(distinctVotes, (votes) => {
        const renamed = votes.map((vote) => ({ ...vote, participant: `${1000 - Number(vote.participant)}` }))
        const before = componentsOf(votes, 2)
        const after = componentsOf(renamed, 2)
        before.variances.forEach((variance, c) => {
          expect(after.variances[c]).toBeCloseTo(variance, 8)
        })
        before.center.forEach((mean, i) => {
          expect(after.center[i]).toBeCloseTo(mean, 12)
        })
      }),
      { numRuns: 60 },
    )
  })

  test('components are orthonormal and their variances fall', () => {
    fc.assert(
      fc.property(distinctVotes, (votes) => {
        const { vectors, variances } = componentsOf(votes, 6)
        vectors.forEach((left, i) => {
          vectors.forEach((right, j) => {
            expect(dot(left, right)).toBeCloseTo(i === j ? 1 : 0, 9)
          })
        })
        expect([...variances]).toEqual([...variances].sort((a, b) => b - a))
      }),
      { numRuns: 60 },
    )
  })

  test('a statement doubled under a new name stands where its twin stands, with the twin’s counts and shares', () => {
    fc.assert(
      fc.property(distinctVotes, (votes) => {
        const [first] = votes
        const twin = votes.filter((vote) => vote.statement === first?.statement)
        const table = tableOf([...votes, ...twin.map((vote) => ({ ...vote, statement: 'twin' }))])
        const report = reportOf({ opinion: analyse(table) })
        const [one, other] = [first?.statement, 'twin'].map((id) => ({
          ...report.trace.statements.find((statement) => statement.id === id),
          id: '',
          loadings: [],
        }))
        expect(one).toEqual(other)
        const values = [first?.statement, 'twin'].map(
          (id) => report.group_aware_consensus.find(({ statement }) => statement === id)?.value,
        )
        expect(values[0]).toBe(values[1])
      }),
      { numRuns: 60 },
    )
  })

  test('everyone in the conversation is in exactly one group', () => {
    fc.assert(
      fc.property(someVotes, (votes) => {
        const report = reportOf({ opinion: analyse(tableOf(votes)) })
        const members = report.groups.flatMap((group) => group.members)
        expect(new Set(members).size).toBe(members.length)
        expect(members.length + report.ungrouped.length).toBe(report.participants)
        expect(report.groups.every((group) => group.size === group.members.length && group.size > 0)).toBe(
          true,
        )
      }),
      { numRuns: 60 },
    )
  })
})

describe('conversations whose groups we planted', () => {
  test('three groups are found, and come back when resampled', () => {
    const planted = plantedVotes({ sizes: [60, 60, 60], statements: 40, seenPercent: 60, seed: 3 })
    const opinion = analyse(tableOf(planted.votes))
    expect(
      adjustedRandIndex(opinion.groupOf, truthOf(opinion.table.participants, planted.groupOf)),
    ).toBeGreaterThan(0.95)
    const stability = stabilityOf(opinion, { resamples: 20, seed: 1, mostGroups: 10 })
    expect(Math.min(...stability.likeness)).toBeGreaterThan(0.9)
    expect(stability.chosen).toEqual([{ groups: 3, times: 20 }])
    expect(stability.certainty.filter((share) => share > 0.8).length).toBeGreaterThan(170)
  })

  test('seven groups, which no flat map can show, are found in more components', () => {
    const sizes = [40, 40, 40, 40, 40, 40, 40]
    const planted = plantedVotes({ sizes, statements: 60, seenPercent: 60, seed: 3 })
    const opinion = analyse(tableOf(planted.votes))
    expect([opinion.grouping.count, opinion.grouping.dims]).toEqual([7, 6])
    expect(
      adjustedRandIndex(opinion.groupOf, truthOf(opinion.table.participants, planted.groupOf)),
    ).toBeGreaterThan(0.9)
    // Production stops at five groups in the plane.
    const inPlane = opinion.groupings[0]?.tried.find((one) => one.count === 5)
    expect(adjustedRandIndex(inPlane?.labels ?? [], planted.groupOf)).toBeLessThan(0.6)
  })

  test('people without any common opinion are told apart from groups', () => {
    const planted = plantedVotes({ sizes: [180], statements: 40, seenPercent: 60, seed: 3 })
    const opinion = analyse(tableOf(planted.votes))
    const stability = stabilityOf(opinion, { resamples: 20, seed: 1, mostGroups: 10 })
    expect(opinion.aboveNoise).toBe(0)
    expect(Math.max(...stability.likeness)).toBeLessThan(0.5)
    expect(minoritiesOf(opinion, { shuffles: 40, seed: 1 })).toEqual([])
  })

  test('a few who think otherwise inside a big group are named', () => {
    const minority = { inside: 0, size: 15, statements: 10 }
    const planted = plantedVotes({ sizes: [100, 80], statements: 40, seenPercent: 60, seed: 2, minority })
    const opinion = analyse(tableOf(planted.votes))
    const [found, ...others] = minoritiesOf(opinion, { shuffles: 40, seed: 1 })
    const named = Array.from(found?.people ?? []).map((person) => Number(opinion.table.participants[person]))
    expect(others).toEqual([])
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((person) => person >= 15)).toEqual([])
    expect(found?.representative.every(({ statement }) => statement < 10)).toBe(true)
  })
})

function componentsOf(votes: readonly Vote[], count: number) {
  const all = centred(tableOf(votes))
  return principalComponents(all, settledFor(all, count))
}

function truthOf(participants: readonly string[], groupOf: readonly number[]): number[] {
  return participants.map((id) => groupOf[Number(id)] ?? -1)
}

test('one person with one vote, and people who all say the same, end in one group and no number that is not one', () => {
  const lonely: Vote[] = [{ participant: 'Noor', statement: '1', answer: 1 }]
  const agreed = Array.from(
    { length: 40 },
    (_, i): Vote => ({ participant: `${i % 20}`, statement: `${i % 2}`, answer: 1 }),
  )
  for (const votes of [lonely, agreed]) {
    const report = reportOf({ opinion: analyse(tableOf(votes)) })
    expect(report.groups).toHaveLength(1)
    expect(JSON.stringify(report)).not.toMatch(/:null[,}].*"x":null|NaN/)
  }
})

test('the same bits on every machine: a new digest is a new METHOD', () => {
  const planted = plantedVotes({ sizes: [50, 40, 30], statements: 30, seenPercent: 50, seed: 11 })
  const opinion = analyse(tableOf(planted.votes))
  const stability = stabilityOf(opinion, { resamples: 5, seed: 1, mostGroups: 10 })
  const report = JSON.stringify(reportOf({ opinion, stability }))
  expect(createHash('sha256').update(report).digest('hex').slice(0, 16)).toBe('727e65d5def1d316')
})
