import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kMeans, nearestTo } from './k-means.ts'
import type { Points } from './opinion-map.ts'
import { adjustedRandIndex } from './rand-index.ts'
import { distancesOf, silhouette } from './silhouette.ts'
import { cutTree, wardTree } from './ward-tree.ts'

// Whole coordinates within a small square: many ties.
const points = (most: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 })), {
      minLength: 1,
      maxLength: most,
    })
    .map((pairs): Points => ({ size: pairs.length, dims: 2, values: Float64Array.from(pairs.flat()) }))

test('the nearest centre found is the one that trying all finds, the lowest number of equals, whatever the hints', () => {
  fc.assert(
    fc.property(
      points(30),
      points(12),
      fc.array(fc.integer({ min: -1, max: 12 })),
      (people, centers, hints) => {
        const labels = nearestTo(people, centers, Int32Array.from(hints))
        for (let i = 0; i < people.size; i++) {
          const distances = Array.from({ length: centers.size }, (_, k) => squared(people, i, centers, k))
          expect(labels[i]).toBe(distances.indexOf(Math.min(...distances)))
        }
      },
    ),
  )
})

test('no point ends nearer to another centre than to its own', () => {
  fc.assert(
    fc.property(points(30), points(4), (people, start) => {
      const weights = new Float64Array(people.size).fill(1)
      const { labels, centers } = kMeans(people, weights, { start })
      expect(nearestTo(people, centers)).toEqual(labels)
    }),
  )
})

test('silhouette, by hand: 0, 1 and 10, 11', () => {
  const line: Points = { size: 4, dims: 1, values: Float64Array.of(0, 1, 10, 11) }
  const width = silhouette(distancesOf(line), Int32Array.of(0, 0, 1, 1), 2)
  expect(width).toBeCloseTo((9.5 / 10.5 + 8.5 / 9.5) / 2, 12)
})

test('Ward joins the near pairs first, and the far-off point last', () => {
  const line: Points = { size: 5, dims: 1, values: Float64Array.of(0, 1, 10, 11.5, 40) }
  const tree = wardTree(line, new Float64Array(5).fill(1))
  expect(tree.map(({ kept, joined }) => [kept, joined])).toEqual([
    [0, 1],
    [2, 3],
    [0, 2],
    [0, 4],
  ])
  expect([...cutTree(tree, 5, 3)]).toEqual([0, 0, 2, 2, 4])
})

test('the adjusted Rand index of partitions whose index is known', () => {
  expect(adjustedRandIndex([0, 0, 1, 1], [1, 1, 0, 0])).toBe(1)
  expect(adjustedRandIndex([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(4 / 7, 12)
  expect(adjustedRandIndex([0, 0, 0, 0], [0, 1, 2, 3])).toBe(0)
})

function squared(left: Points, i: number, right: Points, k: number): number {
  const x = (left.values[i * 2] ?? 0) - (right.values[k * 2] ?? 0)
  const y = (left.values[i * 2 + 1] ?? 0) - (right.values[k * 2 + 1] ?? 0)
  return x * x + y * y
}
