import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { askNextPriorities } from './ask-next.ts'
import { inDims } from './choose-groups.ts'
import { consensusStatements, groupAwareConsensus } from './consensus.ts'
import { type Counts, summed } from './group-votes.ts'
import { inConversation } from './in-conversation.ts'
import { kMeans } from './k-means.ts'
import { extremities, pointsAt } from './opinion-map.ts'
import { findId } from './order-ids.ts'
import {
  conversations,
  openProduction,
  type ReferenceConsensus,
  type ReferenceMath,
  type ReferenceRepresentative,
} from './production-output.ts'
import { type Representative, representativeStatements } from './representative.ts'
import { indicesOf } from './set-aside.ts'

// What stands in a skipped group is still gathered, and would open files that are not there.
const names = existsSync(conversations) ? ['25ptpt-3gp-no-strict-with-meta', 'below-100-ptpts'] : []

test.skipIf(names.length > 0)(
  'the production outputs of Polis (skipped: the shared data folder is not here)',
  ({ skip }) => skip(),
)

describe.skipIf(!existsSync(conversations))(
  'the production outputs of Polis (needs the shared data folder)',
  () => {
    describe.each(names)('%s', (name) => {
      const { table, math, opinion, reference } = openProduction(name)

      test('means and components are the reference’s, up to sign', () => {
        expectClose(
          opinion.components.center,
          math.pca.center.map((mean) => -mean),
        )
        for (const c of [0, 1]) {
          const sign = signBetween(opinion.components.vectors[c], math.pca.comps[c])
          expectClose(
            opinion.components.vectors[c],
            (math.pca.comps[c] ?? []).map((value) => sign * value),
          )
        }
      })

      test('statements and people stand where the reference puts them', () => {
        const plane = inDims(opinion.statements, 2)
        const people = inDims(opinion.people, 2)
        const base = math['base-clusters']
        for (const c of [0, 1]) {
          const sign = signBetween(opinion.components.vectors[c], math.pca.comps[c])
          // Production counts agreement as −1, so its places are the mirror of ours.
          const own = [...plane.values].filter((_, i) => i % 2 === c)
          expectClose(
            own,
            (math.pca['comment-projection'][c] ?? []).map((value) => -sign * value),
          )
          base.members.forEach(([person], i) => {
            const place = people.values[findId(table.participants, `${person}`) * 2 + c]
            expect(place).toBeCloseTo(-sign * ((c === 0 ? base.x : base.y)[i] ?? 0), 6)
          })
        }
        expectClose(extremities(plane), math.pca['comment-extremity'])
      })

      test('who is in the conversation', () => {
        const known = math['in-conv']
          .map((person) => findId(table.participants, `${person}`))
          .sort((a, b) => a - b)
        expect([
          ...inConversation(table, indicesOf(table.participants, math['in-conv'].map(String))),
        ]).toEqual(known)
      })

      test('k-means from the reference’s centres keeps the reference’s groups', () => {
        const points = pointsAt(reference.plane, Int32Array.from(reference.people))
        const centers = {
          size: reference.centers.length / 2,
          dims: 2,
          values: Float64Array.from(reference.centers),
        }
        const found = kMeans(points, new Float64Array(points.size).fill(1), { start: centers })
        expect([...found.labels]).toEqual(reference.labels)
      })

      test('given the reference’s groups, counts, representatives and consensus are the reference’s to 1e-6', () => {
        expectCounts(reference.counts, math)
        const excluded = opinion.setAside.indices
        const found = representativeStatements(reference.counts, excluded)
        found.forEach((own, group) => {
          expect(own.map(asReference(table.statements))).toEqual((math.repness[group] ?? []).map(nearly))
        })
        const { agree, disagree } = consensusStatements(opinion.everyone, excluded)
        expect(agree.map(asConsensus(table.statements))).toEqual(math.consensus.agree.map(nearlyConsensus))
        expect(disagree.map(asConsensus(table.statements))).toEqual(
          math.consensus.disagree.map(nearlyConsensus),
        )
        const aware = groupAwareConsensus(reference.counts, table.statements.length)
        expectClose(
          aware,
          table.statements.map((id) => math['group-aware-consensus'][id] ?? Number.NaN),
        )
      })

      test('what to ask next', () => {
        const grouped = summed(reference.counts, table.statements.length)
        const far = extremities(inDims(opinion.statements, 2))
        const found = askNextPriorities(grouped, far, opinion.setAside.background)
        expectClose(
          found,
          table.statements.map((id) => math['comment-priorities'][id] ?? Number.NaN),
        )
      })
    })
  },
)

function expectCounts(counts: Counts[], math: ReferenceMath): void {
  counts.forEach((own, group) => {
    for (const [id, { A, D, S }] of Object.entries(math['group-votes'][group]?.votes ?? {})) {
      expect([own.agrees[+id], own.disagrees[+id], own.seen[+id]], `group ${group}, statement ${id}`).toEqual(
        [A, D, S],
      )
    }
  })
}

function asReference(ids: readonly string[]) {
  return (own: Representative) => [
    Number(ids[own.statement]),
    own.side,
    own.count,
    own.trials,
    expect.closeTo(own.share, 6),
    expect.closeTo(own.shareTest, 6),
    expect.closeTo(own.ratio, 6),
    expect.closeTo(own.ratioTest, 6),
    own.isBestAgree,
  ]
}

function nearly(known: ReferenceRepresentative) {
  return [
    known.tid,
    known['repful-for'],
    known['n-success'],
    known['n-trials'],
    known['p-success'],
    known['p-test'],
    known.repness,
    known['repness-test'],
    known['best-agree'] ?? false,
  ]
}

function asConsensus(ids: readonly string[]) {
  return (own: { statement: number; count: number; trials: number; share: number; shareTest: number }) => [
    Number(ids[own.statement]),
    own.count,
    own.trials,
    expect.closeTo(own.share, 6),
    expect.closeTo(own.shareTest, 6),
  ]
}

function nearlyConsensus(known: ReferenceConsensus) {
  return [known.tid, known['n-success'], known['n-trials'], known['p-success'], known['p-test']]
}

function expectClose(own: ArrayLike<number> | undefined, known: readonly number[]): void {
  expect(own?.length).toBe(known.length)
  const worst = Math.max(...known.map((value, i) => Math.abs(value - (own?.[i] ?? Number.NaN))))
  expect(worst).toBeLessThan(1e-6)
}

function signBetween(own: Float64Array | undefined, known: readonly number[] | undefined): number {
  return (own ?? new Float64Array(0)).reduce((sum, value, i) => sum + value * (known?.[i] ?? 0), 0) < 0
    ? -1
    : 1
}
