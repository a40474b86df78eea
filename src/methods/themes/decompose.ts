import { normalNumber, type SeededRandom } from './seeded-random.ts'
import { type DenseRows, denseRows, type SparseRows } from './sparse-rows.ts'
import { tridiagonalEigen } from './tridiagonal-eigen.ts'

/** Steps for each direction wanted, and some more: with fewer, the last directions still hang on the start. */
const STEPS_A_DIRECTION = 3
const MORE_STEPS = 40
/** What is left of a step when it brought nothing new. */
const NOTHING_NEW = 1e-9

/** The strongest directions of a matrix: `directions` is m × rank, one direction a column; `strengths` descend. */
export interface Decomposition {
  directions: DenseRows
  strengths: Float64Array
}

/**
 * The first `rank` right singular vectors and values of an n × m sparse matrix, by Lanczos' method with full
 * reorthogonalisation (Golub and Van Loan, "Matrix Computations", 4th ed., 10.1 and 10.4), run on the shorter side. Each
 * step costs two passes through the matrix. Chosen over randomised iteration (Halko, Martinsson, Tropp 2011), which needs
 * several times the work before the last directions no longer hang on the start. A matrix of lower rank gives fewer directions.
 *
 * @param random fills the start, which tells hardly at all in the answer.
 */
export function decompose(matrix: SparseRows, rank: number, random: SeededRandom): Decomposition {
  const shape: Shape = { matrix, isTall: matrix.width <= matrix.height, beyond: new Float64Array(0) }
  shape.beyond = new Float64Array(Math.max(matrix.width, matrix.height))
  const size = Math.min(matrix.width, matrix.height)
  const { basis, diagonal, beside } = lanczos(shape, { size, rank, random })
  const { values, vectors } = tridiagonalEigen(diagonal, beside)
  const least = (values[0] ?? 0) * 1e-10
  const kept = values.slice(0, rank).filter((value) => value > least && value > 0)
  const strengths = kept.map(Math.sqrt)
  const directions = denseRows(matrix.width, strengths.length)
  strengths.forEach((strength, column) => {
    const found = mixed(basis, vectors[column] ?? new Float64Array(0))
    const line = shape.isTall ? found : transposedTimes(matrix, found, new Float64Array(matrix.width))
    for (let at = 0; at < matrix.width; at++) {
      directions.values[at * strengths.length + column] = (line[at] ?? 0) / (shape.isTall ? 1 : strength)
    }
  })
  return { directions, strengths }
}

interface Shape {
  matrix: SparseRows
  /** Whether the columns are the shorter side. */
  isTall: boolean
  /** Room for the product on the longer side. */
  beyond: Float64Array
}

interface Search {
  size: number
  rank: number
  random: SeededRandom
}

/** An orthonormal basis and, in it, the tridiagonal form of the matrix times its transpose on the shorter side. */
function lanczos(shape: Shape, { size, rank, random }: Search) {
  const steps = Math.min(size, STEPS_A_DIRECTION * rank + MORE_STEPS)
  const basis: Float64Array[] = []
  const [diagonal, beside]: [number[], number[]] = [[], []]
  let next = freshVector(basis, { size, random })
  while (next && basis.length < steps) {
    basis.push(next)
    const image = squareTimes(shape, next)
    const before = lengthOf(image)
    diagonal.push(dot(image, next))
    // The last two hold nearly all that is to go; without them the one pass through all leaves no more than rounding.
    takeOut(basis.slice(-2), image)
    takeOut(basis, image)
    const length = lengthOf(image)
    // An invariant space is found: what is outside of it starts anew, and nothing joins the two.
    const isNew = length > NOTHING_NEW * before
    beside.push(isNew ? length : 0)
    next = isNew ? image.map((value) => value / length) : freshVector(basis, { size, random })
  }
  return { basis, diagonal, beside: beside.slice(0, -1) }
}

function freshVector(
  basis: readonly Float64Array[],
  { size, random }: Pick<Search, 'size' | 'random'>,
): Float64Array | undefined {
  if (basis.length >= size) return undefined
  const vector = Float64Array.from({ length: size }, () => normalNumber(random))
  takeOut(basis, vector)
  takeOut(basis, vector)
  const length = lengthOf(vector)
  return length === 0 ? undefined : vector.map((value) => value / length)
}

function takeOut(basis: readonly Float64Array[], vector: Float64Array): void {
  for (const known of basis) {
    const share = dot(known, vector)
    for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] ?? 0) - share * (known[at] ?? 0)
  }
}

function squareTimes({ matrix, isTall, beyond }: Shape, vector: Float64Array): Float64Array {
  const result = new Float64Array(vector.length)
  beyond.fill(0)
  return isTall
    ? transposedTimes(matrix, times(matrix, vector, beyond), result)
    : times(matrix, transposedTimes(matrix, vector, beyond), result)
}

function times(matrix: SparseRows, vector: Float64Array, result: Float64Array): Float64Array {
  const { starts, columns, values } = matrix
  for (let row = 0; row < matrix.height; row++) {
    let sum = 0
    const end = starts[row + 1] ?? 0
    for (let at = starts[row] ?? 0; at < end; at++) sum += (values[at] ?? 0) * (vector[columns[at] ?? 0] ?? 0)
    result[row] = sum
  }
  return result
}

/** Adds to `result`, which must be noughts. */
function transposedTimes(matrix: SparseRows, vector: Float64Array, result: Float64Array): Float64Array {
  const { starts, columns, values } = matrix
  for (let row = 0; row < matrix.height; row++) {
    const factor = vector[row] ?? 0
    const end = starts[row + 1] ?? 0
    for (let at = starts[row] ?? 0; at < end; at++) {
      const column = columns[at] ?? 0
      result[column] = (result[column] ?? 0) + factor * (values[at] ?? 0)
    }
  }
  return result
}

function mixed(basis: readonly Float64Array[], mix: Float64Array): Float64Array {
  const sum = new Float64Array(basis[0]?.length ?? 0)
  basis.forEach((vector, of) => {
    const share = mix[of] ?? 0
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + share * (vector[at] ?? 0)
  })
  return sum
}

function dot(one: Float64Array, other: Float64Array): number {
  let [even, odd] = [0, 0]
  for (let at = 0; at + 1 < one.length; at += 2) {
    even += (one[at] ?? 0) * (other[at] ?? 0)
    odd += (one[at + 1] ?? 0) * (other[at + 1] ?? 0)
  }
  return one.length % 2 ? even + odd + (one.at(-1) ?? 0) * (other.at(-1) ?? 0) : even + odd
}

function lengthOf(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector))
}
