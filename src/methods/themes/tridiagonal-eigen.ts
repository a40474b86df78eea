const MOST_ROUNDS = 60

/** Eigenvalues, greatest first, and for each its vector of unit length. */
export interface EigenPairs {
  values: Float64Array
  vectors: Float64Array[]
}

/**
 * All eigenpairs of a symmetric tridiagonal matrix by the implicit QL method (Bowdler, Martin, Reinsch, Wilkinson 1968,
 * "The QR and QL algorithms for symmetric matrices", procedure imtql2).
 *
 * @param diagonal its n entries; @param beside the n - 1 entries next to them.
 */
export function tridiagonalEigen(diagonal: ArrayLike<number>, beside: ArrayLike<number>): EigenPairs {
  const size = diagonal.length
  const work: Work = {
    diagonal: Float64Array.from(diagonal),
    beside: Float64Array.from({ length: size }, (_, at) => beside[at] ?? 0),
    // By rows, one for each eigenvector: a rotation then runs along two rows, not down two columns.
    turned: Array.from({ length: size }, (_, at) => {
      const line = new Float64Array(size)
      line[at] = 1
      return line
    }),
  }
  work.beside[size - 1] = 0
  for (let at = 0; at < size; at++) settle(work, at)
  const order = Array.from({ length: size }, (_, at) => at)
  order.sort((a, b) => (work.diagonal[b] ?? 0) - (work.diagonal[a] ?? 0) || a - b)
  return {
    values: Float64Array.from(order, (at) => work.diagonal[at] ?? 0),
    vectors: order.map((at) => work.turned[at] ?? new Float64Array(size)),
  }
}

interface Work {
  diagonal: Float64Array
  beside: Float64Array
  turned: Float64Array[]
}

function settle(work: Work, at: number): void {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const end = nextGap(work, at)
    if (end === at) return
    chase(work, at, end)
  }
}

/** The first place from `at` on where the matrix falls apart. */
function nextGap({ diagonal, beside }: Work, at: number): number {
  for (let end = at; end < diagonal.length - 1; end++) {
    const scale = Math.abs(diagonal[end] ?? 0) + Math.abs(diagonal[end + 1] ?? 0)
    if (Math.abs(beside[end] ?? 0) <= Number.EPSILON * scale) return end
  }
  return diagonal.length - 1
}

/** One QL step with Wilkinson's shift: rotations from `end` up to `from`. */
function chase({ diagonal, beside, turned }: Work, from: number, end: number): void {
  const [first, off] = [diagonal[from] ?? 0, beside[from] ?? 0]
  const half = ((diagonal[from + 1] ?? 0) - first) / (2 * off)
  const root = Math.hypot(half, 1)
  let pushed = (diagonal[end] ?? 0) - first + off / (half + (half >= 0 ? root : -root))
  let [sine, cosine, moved] = [1, 1, 0]
  for (let at = end - 1; at >= from; at--) {
    const bulge = sine * (beside[at] ?? 0)
    const near = cosine * (beside[at] ?? 0)
    const length = Math.hypot(bulge, pushed)
    beside[at + 1] = length
    if (length === 0) {
      diagonal[at + 1] = (diagonal[at + 1] ?? 0) - moved
      beside[end] = 0
      return
    }
    sine = bulge / length
    cosine = pushed / length
    const base = (diagonal[at + 1] ?? 0) - moved
    const change = ((diagonal[at] ?? 0) - base) * sine + 2 * cosine * near
    moved = sine * change
    diagonal[at + 1] = base + moved
    pushed = cosine * change - near
    turn(turned[at + 1], turned[at], { sine, cosine })
  }
  diagonal[from] = first - moved
  beside[from] = pushed
  beside[end] = 0
}

function turn(
  upper: Float64Array | undefined,
  lower: Float64Array | undefined,
  { sine, cosine }: { sine: number; cosine: number },
): void {
  if (!upper || !lower) return
  for (let at = 0; at < upper.length; at++) {
    const [high, low] = [upper[at] ?? 0, lower[at] ?? 0]
    upper[at] = sine * low + cosine * high
    lower[at] = cosine * low - sine * high
  }
}
