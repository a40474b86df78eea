import type { Points } from './opinion-map.ts'

/** Distances between all pairs, row-major. */
export function distancesOf(points: Points): Float64Array {
  const { size, dims, values } = points
  const distances = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      let sum = 0
      for (let c = 0; c < dims; c++) {
        const gap = (values[i * dims + c] ?? 0) - (values[j * dims + c] ?? 0)
        sum += gap * gap
      }
      distances[i * size + j] = Math.sqrt(sum)
      distances[j * size + i] = Math.sqrt(sum)
    }
  }
  return distances
}

/**
 * How clearly the clusters stand apart, −1 … 1: the mean over points of (b − a) / max(a, b), a the mean distance to the
 * own cluster, b to the nearest other; 0 for a point alone in its cluster (Rousseeuw 1987, "Silhouettes"). As in production
 * each base cluster counts once, whatever its size.
 */
export function silhouette(distances: Float64Array, labels: Int32Array, clusters: number): number {
  const size = labels.length
  const counts = new Float64Array(clusters)
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1
  let total = 0
  for (let i = 0; i < size; i++) {
    const sums = new Float64Array(clusters)
    for (let j = 0; j < size; j++) {
      const label = labels[j] ?? 0
      sums[label] = (sums[label] ?? 0) + (distances[i * size + j] ?? 0)
    }
    total += widthOf(sums, counts, labels[i] ?? 0)
  }
  return size === 0 ? 0 : total / size
}

function widthOf(sums: Float64Array, counts: Float64Array, own: number): number {
  const others = (counts[own] ?? 0) - 1
  if (others < 1) return 0
  const inside = (sums[own] ?? 0) / others
  let outside = Number.POSITIVE_INFINITY
  for (let k = 0; k < sums.length; k++) {
    if (k !== own) outside = Math.min(outside, (sums[k] ?? 0) / Math.max(counts[k] ?? 0, 1))
  }
  const greater = Math.max(inside, outside)
  return greater > 0 && Number.isFinite(outside) ? (outside - inside) / greater : 0
}
