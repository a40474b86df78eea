import { expect, test } from 'vitest'
import { cosinesTo } from './cosines.ts'
import { normalNumber, seededRandom } from './seeded-random.ts'
import { denseRows, toUnitRows } from './sparse-rows.ts'
import { splitRows } from './split-rows.ts'

/** `count` rows of length 1 round each of three directions. */
function threeBundles(count: number) {
  const random = seededRandom('bundles')
  const rows = denseRows(3 * count, 7)
  for (let row = 0; row < rows.height; row++) {
    for (let k = 0; k < 7; k++) {
      rows.values[row * 7 + k] = (k === row % 3 ? 1 : 0) + 0.1 * normalNumber(random)
    }
  }
  return toUnitRows(rows)
}

test('three bundles come out as three parts, with all the weight', () => {
  const rows = threeBundles(40)
  const weights = new Float32Array(120).fill(2)
  const { points, masses } = splitRows(rows, weights, 3)
  expect([...masses]).toEqual([80, 80, 80])
  const leading = Array.from({ length: 3 }, (_, part) => {
    const line = points.values.subarray(part * 7, part * 7 + 7)
    return line.indexOf(Math.max(...line))
  })
  expect(leading.sort()).toEqual([0, 1, 2])
})

test('rows in one place are never parted, and more parts than places are not made', () => {
  const rows = denseRows(10, 3)
  for (let row = 0; row < 10; row++) rows.values[row * 3 + (row % 2)] = 1
  const { masses } = splitRows(rows, new Float32Array(10).fill(1), 6)
  expect([...masses]).toEqual([5, 5])
})

test('cosines woven by fours are the sums written out', () => {
  const [rows, centres] = [threeBundles(2), threeBundles(3)]
  const cosinesOf = cosinesTo(centres)
  for (let row = 0; row < rows.height; row++) {
    const found = cosinesOf(rows, row)
    expect(found.length).toBe(9)
    found.forEach((cosine, centre) => {
      let sum = 0
      for (let k = 0; k < 7; k++)
        sum += (rows.values[row * 7 + k] ?? 0) * (centres.values[centre * 7 + k] ?? 0)
      expect(cosine).toBeCloseTo(sum, 12)
    })
  }
})
