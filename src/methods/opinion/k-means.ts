import type { Points } from './opinion-map.ts'

export interface Clustering {
  /** Length points: the cluster of each, 0 … clusters − 1. */
  labels: Int32Array
  centers: Points
  /** Summed weight of each cluster. */
  weights: Float64Array
}

const ITERATIONS = 100

/**
 * Lloyd's iterations (Lloyd 1982, "Least squares quantization in PCM") from the given centres until no point changes. A
 * point equally near to two centres goes to the one with the lower number; a centre that is left without points is
 * dropped.
 */
export function kMeans(points: Points, weights: Float64Array, start: Points): Clustering {
  let centers = start
  let labels = nearestTo(points, centers)
  for (let round = 0; round < ITERATIONS; round++) {
    const clustering = centersOf(points, weights, labels)
    const next = nearestTo(points, clustering.centers)
    if (sameLabels(next, clustering.labels)) return clustering
    centers = clustering.centers
    labels = next
  }
  return centersOf(points, weights, labels)
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

export function nearestTo(points: Points, centers: Points): Int32Array {
  const { dims } = points
  const labels = new Int32Array(points.size)
  for (let i = 0; i < points.size; i++) {
    let least = Number.POSITIVE_INFINITY
    for (let k = 0; k < centers.size; k++) {
      let distance = 0
      for (let c = 0; c < dims; c++) {
        const gap = (points.values[i * dims + c] ?? 0) - (centers.values[k * dims + c] ?? 0)
        distance += gap * gap
      }
      if (distance < least) {
        least = distance
        labels[i] = k
      }
    }
  }
  return labels
}

function sameLabels(left: Int32Array, right: Int32Array): boolean {
  return left.every((label, i) => label === right[i])
}
