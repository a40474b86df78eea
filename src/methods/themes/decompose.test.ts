import { expect, test } from 'vitest'
import { decompose } from './decompose.ts'
import { seededRandom } from './seeded-random.ts'
import { multiply, type SparseRows } from './sparse-rows.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

/** A 90 × 70 matrix, a third of it filled, whose strengths fall by a tenth from one to the next. */
function fallingMatrix(): { matrix: SparseRows; dense: number[][] } {
  const random = seededRandom('matrix')
  const dense = Array.from({ length: 90 }, (_, row) =>
    Array.from({ length: 70 }, (_, column) =>
      random() < 1 / 3 ? Math.cos(row * column) + (column < 9 ? 9 / (1 + column) : 0) : 0,
    ),
  )
  const starts = new Int32Array(91)
  const [columns, values]: [number[], number[]] = [[], []]
  dense.forEach((line, row) => {
    line.forEach((value, column) => {
      if (value !== 0) columns.push(column)
      if (value !== 0) values.push(value)
    })
    starts[row + 1] = columns.length
  })
  const matrix = {
    height: 90,
    width: 70,
    starts,
    columns: Int32Array.from(columns),
    values: Float32Array.from(values),
  }
  return { matrix, dense }
}

test('the strengths are those of the whole matrix, and directions stand at right angles', () => {
  const { matrix, dense } = fallingMatrix()
  const { directions, strengths } = decompose(matrix, 6, seededRandom('1'))
  const gram = Array.from({ length: 70 }, (_, i) =>
    Float64Array.from({ length: 70 }, (_, j) =>
      dense.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0),
    ),
  )
  const exact = symmetricEigen(gram).values.slice(0, 6).map(Math.sqrt)
  strengths.forEach((strength, at) => void expect(strength / (exact[at] ?? 0)).toBeCloseTo(1, 3))
  for (let a = 0; a < 6; a++) {
    for (let b = 0; b <= a; b++) {
      let product = 0
      for (let row = 0; row < 70; row++) {
        product += (directions.values[row * 6 + a] ?? 0) * (directions.values[row * 6 + b] ?? 0)
      }
      expect(product).toBeCloseTo(a === b ? 1 : 0, 3)
    }
  }
})

test('another seed spans the same space', () => {
  const { matrix } = fallingMatrix()
  const images = ['1', '2'].map((seed) =>
    multiply(matrix, decompose(matrix, 3, seededRandom(seed)).directions),
  )
  for (const row of [0, 17, 89]) {
    const lengths = images.map(({ values }) => Math.hypot(...values.subarray(row * 3, row * 3 + 3)))
    expect(lengths[0]).toBeCloseTo(lengths[1] ?? 0, 3)
  }
})

test('a matrix of few different rows has as many directions, wide or tall, and nothing of nothing', () => {
  const repeated = (height: number, width: number): SparseRows => ({
    height,
    width,
    starts: Int32Array.from({ length: height + 1 }, (_, row) => row),
    columns: Int32Array.from({ length: height }, (_, row) => row % 3),
    values: new Float32Array(height).fill(1),
  })
  for (const matrix of [repeated(60, 9), repeated(6, 50)]) {
    const { directions, strengths } = decompose(matrix, 5, seededRandom('1'))
    expect([...strengths].map((strength) => strength.toFixed(6))).toEqual(
      Array<string>(3).fill(Math.sqrt(matrix.height / 3).toFixed(6)),
    )
    expect(directions.width).toBe(3)
  }
  expect(decompose(repeated(0, 0), 5, seededRandom('1')).strengths.length).toBe(0)
})
