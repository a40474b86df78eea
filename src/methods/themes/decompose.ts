import { normalNumber, type SeededRandom } from './seeded-random.ts'
import { type DenseRows, denseRows, multiply, multiplyTransposed, type SparseRows } from './sparse-rows.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

/** So small a matrix is taken apart whole: nothing is left to chance. */
const EXACT_SIZE = 200
/** A small matrix bears many steps, until the seed no longer shows; a large one settles in two. */
const MOST_STEPS = 12
const LEAST_STEPS = 2
const STEP_WORK = 24_000

/** The strongest directions of a matrix: `directions` is m × rank, one direction a column; `strengths` descend. */
export interface Decomposition {
  directions: DenseRows
  strengths: Float64Array
}

/**
 * The first `rank` right singular vectors and values of an n × m sparse matrix, by randomised subspace iteration
 * (Halko, Martinsson, Tropp 2011, "Finding structure with randomness", algorithms 4.4 and 5.1, two to
 * twelve power steps, ten or more directions to spare). The seed changes the start, hardly the answer. A matrix of lower rank gives fewer directions.
 */
export function decompose(matrix: SparseRows, rank: number, random: SeededRandom): Decomposition {
  const smaller = Math.min(matrix.height, matrix.width)
  const spare = matrix.height <= STEP_WORK / LEAST_STEPS / 2 ? Math.max(10, rank) : 10
  const width = smaller <= EXACT_SIZE ? smaller : Math.min(rank + spare, smaller)
  const isWhole = width === smaller
  const steps = isWhole
    ? 1
    : Math.max(LEAST_STEPS, Math.min(MOST_STEPS, Math.round(STEP_WORK / matrix.height)))
  let basis = denseRows(matrix.width, width)
  for (let at = 0; at < basis.values.length; at++) basis.values[at] = normalNumber(random)
  for (let step = 0; step < steps; step++) {
    // Only the narrower side is put at right angles in each step: the wide one comes out of it near enough.
    basis = multiplyTransposed(matrix, choleskyStep(multiply(matrix, basis)))
  }
  basis = orthonormal(basis)
  const image = multiply(matrix, basis)
  const { values, vectors } = symmetricEigen(gramOf(image))
  const kept = Math.min(rank, values.filter((value) => value > (values[0] ?? 0) * 1e-10 && value > 0).length)
  return {
    directions: timesSmall(basis, vectors, kept),
    strengths: Float64Array.from(values.slice(0, kept), Math.sqrt),
  }
}

/** Same column space, columns at right angles and of length 1: Cholesky QR done twice (Yamamoto et al. 2015). */
function orthonormal(rows: DenseRows): DenseRows {
  return choleskyStep(choleskyStep(rows))
}

function choleskyStep(rows: DenseRows): DenseRows {
  const inverse = inverseOfCholesky(gramOf(rows))
  return timesSmall(rows, inverse, rows.width)
}

/** Columns' inner products, k × k. */
function gramOf({ height, width, values }: DenseRows): Float64Array[] {
  const gram = Array.from({ length: width }, () => new Float64Array(width))
  for (let row = 0; row < height; row++) {
    const at = row * width
    for (let i = 0; i < width; i++) {
      const line = gram[i] as Float64Array
      const value = values[at + i] ?? 0
      for (let j = 0; j <= i; j++) line[j] = (line[j] ?? 0) + value * (values[at + j] ?? 0)
    }
  }
  gram.forEach((line, i) => {
    for (let j = 0; j < i; j++) (gram[j] as Float64Array)[i] = line[j] ?? 0
  })
  return gram
}

/** The transposed inverse of the Cholesky factor; a column that hangs on earlier ones becomes nought. */
function inverseOfCholesky(gram: readonly Float64Array[]): Float64Array[] {
  const size = gram.length
  const factor = gram.map(() => new Float64Array(size))
  const inverse = gram.map(() => new Float64Array(size))
  const entry = (matrix: readonly Float64Array[], i: number, j: number) => matrix[i]?.[j] ?? 0
  for (let i = 0; i < size; i++) {
    const line = factor[i] as Float64Array
    for (let j = 0; j <= i; j++) {
      let sum = entry(gram, i, j)
      for (let k = 0; k < j; k++) sum -= entry(factor, i, k) * entry(factor, j, k)
      if (i === j) line[i] = sum > 1e-9 * entry(gram, i, i) ? Math.sqrt(sum) : 0
      else line[j] = entry(factor, j, j) > 0 ? sum / entry(factor, j, j) : 0
    }
    if (entry(factor, i, i) === 0) continue
    for (let j = 0; j <= i; j++) {
      let sum = i === j ? 1 : 0
      for (let k = j; k < i; k++) sum -= entry(factor, i, k) * entry(inverse, j, k)
      ;(inverse[j] as Float64Array)[i] = sum / entry(factor, i, i)
    }
  }
  return inverse
}

/** `rows` (n × k) times the first `columns` columns of `small` (k × k). */
function timesSmall(rows: DenseRows, small: readonly Float64Array[], columns: number): DenseRows {
  const result = denseRows(rows.height, columns)
  const line = new Float64Array(columns)
  for (let row = 0; row < rows.height; row++) {
    line.fill(0)
    for (let k = 0; k < rows.width; k++) {
      const value = rows.values[row * rows.width + k] ?? 0
      const factors = small[k] as Float64Array
      for (let c = 0; c < columns; c++) line[c] = (line[c] ?? 0) + value * (factors[c] ?? 0)
    }
    result.values.set(line, row * columns)
  }
  return result
}
