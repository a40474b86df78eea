import { type Clustering, centersOf, kMeans } from './k-means.ts'
import { type Points, pointsAt } from './opinion-map.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

const BASE_CLUSTERS = 100
// Base clusters only stand in for their people; after twenty rounds groups no longer change.
const COLD_ROUNDS = 20

/** Where base clusters stood, and how many rounds they may move on. */
export interface WarmBase {
  centers: Points
  /** The base cluster of each person then: where to look first. */
  labels?: Int32Array
  rounds: number
}

/**
 * Gather people into at most a hundred base clusters, as production does (`base-k`), so that choosing groups costs the same
 * for a hundred people as for a hundred thousand. Up to a hundred different places, each is its own base cluster. Beyond
 * that, production starts from the first hundred people it meets; we start by splitting the widest cluster through its
 * mean across its longest axis until there are a hundred (Su and Dy 2007, "In search of deterministic methods for
 * initializing K-means", PCA-Part), which doesn't depend on who came first.
 */
export function baseClusters(points: Points, weights: Float64Array, warm?: WarmBase): Clustering {
  const places = distinctPlaces(points)
  if (places.count <= BASE_CLUSTERS) return centersOf(points, weights, places.labels)
  // Clusters that lost their people are not made anew at each update; when half are gone the start is cold.
  if (warm && warm.centers.dims === points.dims && warm.centers.size * 2 >= BASE_CLUSTERS)
    return kMeans(points, weights, { start: warm.centers, hints: warm.labels, rounds: warm.rounds })
  const start = centersOf(points, weights, splitLabels(points, weights)).centers
  return kMeans(points, weights, { start, rounds: COLD_ROUNDS })
}

function distinctPlaces(points: Points): { labels: Int32Array; count: number } {
  const known = new Map<string, number>()
  const labels = new Int32Array(points.size)
  for (let i = 0; i < points.size; i++) {
    const key = points.values.subarray(i * points.dims, (i + 1) * points.dims).join()
    const label = known.get(key) ?? known.size
    known.set(key, label)
    labels[i] = label
    if (known.size > BASE_CLUSTERS) break
  }
  return { labels, count: known.size }
}

interface Part {
  members: Int32Array
  /** Weighted sum of squares round the mean. */
  spread: number
  isAbove: (index: number) => boolean
}

function splitLabels(points: Points, weights: Float64Array): Int32Array {
  const parts = [
    partOf(
      points,
      weights,
      Int32Array.from({ length: points.size }, (_, i) => i),
    ),
  ]
  while (parts.length < BASE_CLUSTERS) {
    const widest = parts.reduce((best, part, i) => (part.spread > (parts[best]?.spread ?? 0) ? i : best), 0)
    const part = parts[widest]
    if (!part || part.spread <= 0) break
    const above = part.members.filter(part.isAbove)
    const below = part.members.filter((member) => !part.isAbove(member))
    if (above.length === 0 || below.length === 0) break
    parts[widest] = partOf(points, weights, below)
    parts.push(partOf(points, weights, above))
  }
  const labels = new Int32Array(points.size)
  parts.forEach((part, label) => {
    for (const member of part.members) labels[member] = label
  })
  return labels
}

function partOf(points: Points, weights: Float64Array, members: Int32Array): Part {
  const { dims, values } = points
  const own = pointsAt(points, members)
  const ownWeights = Float64Array.from(members, (member) => weights[member] ?? 0)
  const mean = centersOf(own, ownWeights, new Int32Array(members.length)).centers.values
  const scatter = scatterOf(own, ownWeights, mean)
  const axis = symmetricEigen(scatter, dims).vectors[0] ?? new Float64Array(dims)
  let spread = 0
  for (let c = 0; c < dims; c++) spread += scatter[c * dims + c] ?? 0
  const along = (index: number) => {
    let sum = 0
    for (let c = 0; c < dims; c++) sum += ((values[index * dims + c] ?? 0) - (mean[c] ?? 0)) * (axis[c] ?? 0)
    return sum
  }
  return { members, spread, isAbove: (index) => along(index) > 0 }
}

function scatterOf(points: Points, weights: Float64Array, mean: Float64Array): Float64Array {
  const { dims } = points
  const scatter = new Float64Array(dims * dims)
  for (let i = 0; i < points.size; i++) {
    for (let a = 0; a < dims; a++) {
      const left = (weights[i] ?? 0) * ((points.values[i * dims + a] ?? 0) - (mean[a] ?? 0))
      for (let b = 0; b < dims; b++) {
        const right = (points.values[i * dims + b] ?? 0) - (mean[b] ?? 0)
        scatter[a * dims + b] = (scatter[a * dims + b] ?? 0) + left * right
      }
    }
  }
  return scatter
}
