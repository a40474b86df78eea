/** Eigenvalues, greatest first, and for each its vector of unit length. */
export interface EigenPairs {
  values: Float64Array
  vectors: Float64Array[]
}

const SWEEPS = 60

/**
 * All eigenpairs of a small symmetric matrix (row-major, `size` × `size`), by cyclic Jacobi rotations (Golub and Van Loan,
 * Matrix Computations, 4th ed., §8.5). Chosen over faster ways because it is exact to rounding, in one fixed order, with
 * no more than + − × ÷ √, which IEEE 754 defines to the last bit.
 */
export function symmetricEigen(matrix: Float64Array, size: number): EigenPairs {
  const work = matrix.slice()
  const turned = new Float64Array(size * size)
  for (let i = 0; i < size; i++) turned[i * size + i] = 1
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    if (!sweepOnce(work, turned, size)) break
  }
  const order = Array.from({ length: size }, (_, i) => i)
  order.sort((a, b) => (work[b * size + b] ?? 0) - (work[a * size + a] ?? 0) || a - b)
  return {
    values: Float64Array.from(order, (i) => work[i * size + i] ?? 0),
    vectors: order.map((column) =>
      Float64Array.from({ length: size }, (_, i) => turned[i * size + column] ?? 0),
    ),
  }
}

function sweepOnce(work: Float64Array, turned: Float64Array, size: number): boolean {
  let hasTurned = false
  for (let p = 0; p < size - 1; p++) {
    for (let q = p + 1; q < size; q++) {
      const off = work[p * size + q] ?? 0
      const scale = Math.abs(work[p * size + p] ?? 0) + Math.abs(work[q * size + q] ?? 0)
      if (off === 0 || Math.abs(off) <= 1e-17 * scale) continue
      hasTurned = true
      rotate(work, turned, { p, q, size })
    }
  }
  return hasTurned
}

function rotate(
  work: Float64Array,
  turned: Float64Array,
  plane: { p: number; q: number; size: number },
): void {
  const { p, q, size } = plane
  const off = work[p * size + q] ?? 0
  const theta = ((work[q * size + q] ?? 0) - (work[p * size + p] ?? 0)) / (2 * off)
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  for (let i = 0; i < size; i++) turnPair(work, i * size + p, i * size + q, cosine, sine)
  for (let i = 0; i < size; i++) turnPair(work, p * size + i, q * size + i, cosine, sine)
  for (let i = 0; i < size; i++) turnPair(turned, i * size + p, i * size + q, cosine, sine)
  work[p * size + q] = 0
  work[q * size + p] = 0
}

function turnPair(values: Float64Array, i: number, j: number, cosine: number, sine: number): void {
  const first = values[i] ?? 0
  const second = values[j] ?? 0
  values[i] = cosine * first - sine * second
  values[j] = sine * first + cosine * second
}
