import type { CentredCells } from './centred-cells.ts'
import type { Components } from './principal-components.ts'

/** Points in the space of the components: `values[i * dims + c]`. */
export interface Points {
  size: number
  dims: number
  values: Float64Array
}

/**
 * Where each person stands: the sum over the statements they voted on of (vote − mean) × loading, times
 * √(statements / votes), which keeps people with few votes from all standing in the middle (production code,
 * `pca/sparsity-aware-project-ptpt`). `cells` holds the votes without those on statements set aside, of which there are
 * `setAside`; as in production those count as seen by everyone, in both numbers under the root.
 */
export function placePeople(cells: CentredCells, vectors: readonly Float64Array[], setAside = 0): Points {
  const dims = vectors.length
  const size = cells.rowStart.length - 1
  const points = { size, dims, values: new Float64Array(size * dims) }
  for (let c = 0; c < dims; c += 2) placeAlong(cells, points, { vectors, c, setAside })
  return points
}

/** Two components in one walk over the votes. */
function placeAlong(
  { rowStart, statementOf, values, statements }: CentredCells,
  points: Points,
  { vectors, c, setAside }: { vectors: readonly Float64Array[]; c: number; setAside: number },
): void {
  const [one = new Float64Array(0), other = one] = vectors.slice(c, c + 2)
  const hasOther = c + 1 < points.dims
  for (let person = 0; person < points.size; person++) {
    const start = rowStart[person] ?? 0
    const end = rowStart[person + 1] ?? 0
    let [first, second] = [0, 0]
    for (let place = start; place < end; place++) {
      const statement = statementOf[place] ?? 0
      const value = values[place] ?? 0
      first += value * (one[statement] ?? 0)
      second += value * (other[statement] ?? 0)
    }
    const stretch = Math.sqrt(statements / Math.max(end - start + setAside, 1))
    points.values[person * points.dims + c] = first * stretch
    if (hasOther) points.values[person * points.dims + c + 1] = second * stretch
  }
}

/** Where a person stands who agreed with this statement and saw no other (production code, `pca/pca-project-cmnts`). */
export function placeStatements(components: Components): Points {
  const dims = components.vectors.length
  const size = components.center.length
  const loadings = woven(components.vectors, size)
  const stretch = Math.sqrt(size)
  const values = loadings.map((loading, i) => {
    const center = components.center[Math.floor(i / dims)] ?? 0
    return (1 - center) * loading * stretch
  })
  return { size, dims, values }
}

/** How far from the middle a statement stands: the more, the more it tells groups apart. */
export function extremities(statements: Points): Float64Array {
  return Float64Array.from({ length: statements.size }, (_, i) => {
    let sum = 0
    for (let c = 0; c < statements.dims; c++) {
      const value = statements.values[i * statements.dims + c] ?? 0
      sum += value * value
    }
    return Math.sqrt(sum)
  })
}

export function pointsAt(points: Points, indices: ArrayLike<number>): Points {
  const { dims } = points
  const values = new Float64Array(indices.length * dims)
  for (let i = 0; i < indices.length; i++) {
    const from = (indices[i] ?? 0) * dims
    for (let c = 0; c < dims; c++) values[i * dims + c] = points.values[from + c] ?? 0
  }
  return { size: indices.length, dims, values }
}

function woven(vectors: readonly Float64Array[], size: number): Float64Array {
  const dims = vectors.length
  const loadings = new Float64Array(size * dims)
  vectors.forEach((vector, c) => {
    for (let i = 0; i < size; i++) loadings[i * dims + c] = vector[i] ?? 0
  })
  return loadings
}
