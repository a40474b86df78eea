import type { Points } from './opinion-map.ts'

export interface Clustering {
  /** Length points: the cluster of each, 0 … clusters − 1. */
  labels: Int32Array
  centers: Points
  /** Summed weight of each cluster. */
  weights: Float64Array
}

const ROUNDS = 100

/**
 * Lloyd's iterations (Lloyd 1982, "Least squares quantization in PCM") from the given centres until no point changes, or
 * points were given to centres `rounds` times. A point equally near to two centres goes to the one with the lower number; a
 * centre that is left without points is dropped.
 */
export function kMeans(
  points: Points,
  weights: Float64Array,
  { start, hints, rounds = ROUNDS }: { start: Points; hints?: Int32Array | undefined; rounds?: number },
): Clustering {
  let clustering = centersOf(points, weights, nearestTo(points, start, hints))
  for (let round = 1; round < rounds; round++) {
    const labels = nearestTo(points, clustering.centers, clustering.labels)
    if (sameLabels(labels, clustering.labels)) break
    clustering = centersOf(points, weights, labels)
  }
  return clustering
}

/** The weighted means of the labelled points, and the labels renumbered without gaps. */
export function centersOf(points: Points, weights: Float64Array, labels: Int32Array): Clustering {
  const { dims } = points
  const used = Array.from(new Set(labels)).sort((a, b) => a - b)
  const placeOf = new Map(used.map((label, i) => [label, i]))
  const renumbered = labels.map((label) => placeOf.get(label) ?? 0)
  const sums = new Float64Array(used.length * dims)
  const totals = new Float64Array(used.length)
  for (let i = 0; i < points.size; i++) {
    const label = renumbered[i] ?? 0
    const weight = weights[i] ?? 0
    totals[label] = (totals[label] ?? 0) + weight
    for (let c = 0; c < dims; c++) {
      sums[label * dims + c] = (sums[label * dims + c] ?? 0) + weight * (points.values[i * dims + c] ?? 0)
    }
  }
  const values = sums.map((sum, i) => sum / Math.max(totals[Math.floor(i / dims)] ?? 0, Number.MIN_VALUE))
  return { labels: renumbered, centers: { size: used.length, dims, values }, weights: totals }
}

/**
 * The nearest centre of each point, of equals the one with the lowest number. Centres are tried outwards from the point
 * along the first coordinate until that gap alone is too wide: the same answer as trying all, five times sooner at a hundred.
 *
 * @param hints centres that may be near, such as those of last time: whatever they are, the answer is the same, only sooner.
 */
export function nearestTo(points: Points, centers: Points, hints?: Int32Array): Int32Array {
  const { dims } = centers
  const order = Int32Array.from({ length: centers.size }, (_, k) => k)
  order.sort((a, b) => (centers.values[a * dims] ?? 0) - (centers.values[b * dims] ?? 0) || a - b)
  const firsts = Float64Array.from(order, (k) => centers.values[k * dims] ?? 0)
  const labels = new Int32Array(points.size)
  for (let i = 0; i < points.size; i++) {
    const hint = hints?.[i] ?? -1
    labels[i] = nearestCenter(points, i, { order, firsts, centers, hint })
  }
  return labels
}

interface Sorted {
  /** Centres by their first coordinate, and those coordinates. */
  order: Int32Array
  firsts: Float64Array
  centers: Points
  /** A centre to try before the others; none where there is no such number. */
  hint: number
}

function nearestCenter(points: Points, i: number, { order, firsts, centers, hint }: Sorted): number {
  const { values, dims } = points
  const x = values[i * dims] ?? 0
  let right = firstNotBelow(firsts, x)
  let left = right - 1
  let best = hint >= 0 && hint < centers.size ? hint : 0
  let least = squaredGap(points, i, centers, best)
  while (left >= 0 || right < order.length) {
    const leftGap = left >= 0 ? x - (firsts[left] ?? 0) : Number.POSITIVE_INFINITY
    const rightGap = right < order.length ? (firsts[right] ?? 0) - x : Number.POSITIVE_INFINITY
    const gap = Math.min(leftGap, rightGap)
    if (gap * gap > least) break
    const k = order[leftGap < rightGap ? left-- : right++] ?? 0
    const distance = squaredGap(points, i, centers, k)
    if (distance > least || (distance === least && k > best)) continue
    least = distance
    best = k
  }
  return best
}

// Four arguments: an object for each call would cost more than the sum.
function squaredGap({ values, dims }: Points, i: number, centers: Points, k: number): number {
  let distance = 0
  for (let c = 0; c < dims; c++) {
    const along = (values[i * dims + c] ?? 0) - (centers.values[k * dims + c] ?? 0)
    distance += along * along
  }
  return distance
}

function firstNotBelow(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

function sameLabels(left: Int32Array, right: Int32Array): boolean {
  return left.every((label, i) => label === right[i])
}
