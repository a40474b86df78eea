const MOST_SWEEPS = 60

/** Eigenvalues, descending, and eigenvectors as the columns of `vectors` (`vectors[row][column]`). */
export interface Eigen {
  values: number[]
  vectors: Float64Array[]
}

/**
 * All eigenvalues of a small symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, "Matrix Computations",
 * 4th ed., 8.5). Cubic in the size: for a few hundred at most.
 */
export function symmetricEigen(matrix: readonly Float64Array[]): Eigen {
  const work = matrix.map((row) => Float64Array.from(row))
  const vectors = matrix.map((_, at) => Float64Array.from(matrix, (__, column) => (column === at ? 1 : 0)))
  for (let sweep = 0; sweep < MOST_SWEEPS && offDiagonal(work) > 1e-22 * diagonal(work); sweep++) {
    for (let p = 0; p < work.length; p++) {
      for (let q = p + 1; q < work.length; q++) rotate(work, vectors, [p, q])
    }
  }
  const order = work.map((_, at) => at).sort((a, b) => entry(work, b, b) - entry(work, a, a) || a - b)
  return {
    values: order.map((at) => entry(work, at, at)),
    vectors: vectors.map((row) => Float64Array.from(order, (at) => row[at] ?? 0)),
  }
}

function rotate(work: Float64Array[], vectors: Float64Array[], [p, q]: readonly [number, number]): void {
  const off = entry(work, p, q)
  if (off === 0) return
  const theta = (entry(work, q, q) - entry(work, p, p)) / (2 * off)
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const turn = { cosine, sine: tangent * cosine }
  for (const row of work) turnPair(row, [p, q], turn)
  turnRows(work, [p, q], turn)
  for (const row of vectors) turnPair(row, [p, q], turn)
}

interface Turn {
  cosine: number
  sine: number
}

function turnPair(row: Float64Array, [p, q]: readonly [number, number], { cosine, sine }: Turn): void {
  const [atP, atQ] = [row[p] ?? 0, row[q] ?? 0]
  row[p] = cosine * atP - sine * atQ
  row[q] = sine * atP + cosine * atQ
}

function turnRows(work: Float64Array[], [p, q]: readonly [number, number], { cosine, sine }: Turn): void {
  const [rowP, rowQ] = [work[p], work[q]]
  if (!rowP || !rowQ) return
  for (let at = 0; at < rowP.length; at++) {
    const [valueP, valueQ] = [rowP[at] ?? 0, rowQ[at] ?? 0]
    rowP[at] = cosine * valueP - sine * valueQ
    rowQ[at] = sine * valueP + cosine * valueQ
  }
}

function offDiagonal(work: readonly Float64Array[]): number {
  return work.reduce(
    (sum, row, i) => sum + row.reduce((s, value, j) => (i === j ? s : s + value * value), 0),
    0,
  )
}

function diagonal(work: readonly Float64Array[]): number {
  return work.reduce((sum, row, i) => sum + (row[i] ?? 0) ** 2, 0)
}

function entry(matrix: readonly Float64Array[], i: number, j: number): number {
  return matrix[i]?.[j] ?? 0
}
