import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dot, leadingEigenpairs, type Multiply } from './leading-eigenpairs.ts'
import { diceFrom } from './random.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

// Gram matrices of small whole numbers: often with equal eigenvalues, often of low rank.
const gram = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.infiniteStream(fc.integer({ min: -2, max: 2 })))
  .map(([size, entries]) => {
    const rows = Array.from({ length: size }, () =>
      Array.from({ length: size }, () => entries.next().value ?? 0),
    )
    return Float64Array.from({ length: size * size }, (_, i) =>
      rows.reduce((sum, row) => sum + (row[Math.floor(i / size)] ?? 0) * (row[i % size] ?? 0), 0),
    )
  })

function times(matrix: Float64Array, size: number): Multiply {
  return (vectors) =>
    vectors.map((vector) =>
      Float64Array.from({ length: size }, (_, i) => dot(matrix.subarray(i * size, (i + 1) * size), vector)),
    )
}

test('the greatest eigenvalues are those of the whole matrix, and each vector is one of its own', () => {
  fc.assert(
    fc.property(gram, fc.nat(), (matrix, seed) => {
      const size = Math.sqrt(matrix.length)
      const all = symmetricEigen(matrix, size)
      const search = { size, count: Math.min(3, size), tolerance: 1e-11, limit: 200, dice: diceFrom(seed) }
      const found = leadingEigenpairs(times(matrix, size), search)
      found.values.forEach((value, i) => {
        expect(value).toBeCloseTo(all.values[i] ?? Number.NaN, 7)
        const vector = found.vectors[i] ?? new Float64Array(size)
        const [image = new Float64Array(size)] = times(matrix, size)([vector])
        expect(Math.max(...image.map((entry, j) => Math.abs(entry - value * (vector[j] ?? 0))))).toBeLessThan(
          1e-7,
        )
      })
    }),
  )
})

test('Jacobi: a matrix worked by hand', () => {
  const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2)
  expect([...values].map((value) => value.toFixed(12))).toEqual(['3.000000000000', '1.000000000000'])
  expect(Math.abs(vectors[0]?.[0] ?? 0)).toBeCloseTo(Math.SQRT1_2, 12)
})
