import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestPairing } from './best-pairing.ts'
import { adjustedMutualInformation } from './mutual-information.ts'
import { f1ByTheme } from './theme-agreement.ts'

test('adjusted mutual information: 1 for the same parts under other names, 0 for one part against many', () => {
  expect(adjustedMutualInformation([0, 0, 1, 1], ['b', 'b', 'a', 'a'])).toBeCloseTo(1, 12)
  expect(adjustedMutualInformation([0, 0, 0, 0], [0, 1, 2, 3])).toBeCloseTo(0, 12)
  // Worked by hand: mutual information ln 2 / 2 ... each cell of a 2 × 2 table with 3, 1, 1, 3.
  const information = 0.75 * Math.log(1.5) + 0.25 * Math.log(0.5)
  const expected = expectedByCounting([0, 0, 0, 0, 1, 1, 1, 1])
  const found = adjustedMutualInformation([0, 0, 0, 0, 1, 1, 1, 1], [0, 0, 0, 1, 0, 1, 1, 1])
  expect(found).toBeCloseTo((information - expected) / (Math.log(2) - expected), 10)
})

/** The mean information of all ways to give four of eight items a second label. */
function expectedByCounting(labels: readonly number[]): number {
  let [sum, ways] = [0, 0]
  for (let mask = 0; mask < 256; mask++) {
    const second = labels.map((_, at) => (mask >> at) & 1)
    if (second.filter(Boolean).length !== 4) continue
    ways++
    for (const a of [0, 1]) {
      for (const b of [0, 1]) {
        const share = labels.filter((label, at) => label === a && second[at] === b).length / 8
        if (share > 0) sum += share * Math.log(share / 0.25)
      }
    }
  }
  return sum / ways
}

test('adjusted mutual information does not care for names or for which comes first', () => {
  const labels = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(labels, (pairs) => {
      const [one, other] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)]
      const there = adjustedMutualInformation(one, other)
      expect(
        adjustedMutualInformation(
          other,
          one.map((a) => `t${9 - a}`),
        ),
      ).toBeCloseTo(there, 9)
      expect(there).toBeLessThanOrEqual(1 + 1e-9)
    }),
  )
})

test('the best pairing is the best of all pairings', () => {
  const square = fc.integer({ min: 1, max: 5 }).chain((size) =>
    fc.array(fc.array(fc.nat(20), { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    }),
  )
  fc.assert(
    fc.property(square, (scores) => {
      const total = bestPairing(scores).reduce((sum, column, row) => sum + (scores[row]?.[column] ?? 0), 0)
      expect(total).toBe(bestByTrying(scores, 0, []))
    }),
  )
})

function bestByTrying(scores: readonly (readonly number[])[], row: number, taken: readonly number[]): number {
  if (row === scores.length) return 0
  const rest = (scores[row] ?? []).map((score, column) =>
    taken.includes(column) ? -1 : score + bestByTrying(scores, row + 1, [...taken, column]),
  )
  return Math.max(...rest)
}

test('F1 by theme pairs themes by what they hold, and an unmatched theme scores nothing', () => {
  const people = [['A'], ['A'], ['A', 'B'], ['B'], ['C']]
  const found = [['1'], ['1'], ['1', '2'], ['2'], ['1']]
  const { themes, macro } = f1ByTheme(people, found)
  expect(themes.map(({ theme, found: pair, f1 }) => [theme, pair, Number(f1.toFixed(3))])).toEqual([
    ['A', '1', 0.857],
    ['B', '2', 1],
    ['C', undefined, 0],
  ])
  expect(macro).toBeCloseTo((6 / 7 + 1) / 3, 12)
})
