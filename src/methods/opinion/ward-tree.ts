import type { Points } from './opinion-map.ts'

/** One joining: the two cluster numbers joined (the lower survives) and what it added to the sum of squares. */
export interface Joining {
  kept: number
  joined: number
  cost: number
}

/**
 * Join points two at a time, each time where it adds least to the weighted sum of squares (Ward 1963, "Hierarchical
 * grouping to optimize an objective function"), until one is left. Meant for at most some hundred points: the time grows
 * with their cube. Of equal costs the pair with the lowest numbers is joined.
 */
export function wardTree(points: Points, weights: Float64Array): Joining[] {
  const centers = points.values.slice()
  const sizes = weights.slice()
  const alive = Array.from({ length: points.size }, (_, i) => i)
  const joinings: Joining[] = []
  while (alive.length > 1) {
    const best = cheapest(alive, { centers, sizes, dims: points.dims })
    joinings.push(best)
    merge(best, centers, sizes)
    alive.splice(alive.indexOf(best.joined), 1)
  }
  return joinings
}

/** The labels when `count` clusters are left. */
export function cutTree(joinings: readonly Joining[], size: number, count: number): Int32Array {
  const labels = Int32Array.from({ length: size }, (_, i) => i)
  for (const joining of joinings.slice(0, Math.max(size - count, 0))) {
    for (let i = 0; i < size; i++) if (labels[i] === joining.joined) labels[i] = joining.kept
  }
  return labels
}

function cheapest(
  alive: readonly number[],
  state: { centers: Float64Array; sizes: Float64Array; dims: number },
): Joining {
  const { centers, sizes, dims } = state
  let best: Joining = { kept: 0, joined: 0, cost: Number.POSITIVE_INFINITY }
  for (let a = 0; a < alive.length; a++) {
    const left = alive[a] ?? 0
    for (let b = a + 1; b < alive.length; b++) {
      const right = alive[b] ?? 0
      let distance = 0
      for (let c = 0; c < dims; c++) {
        const gap = (centers[left * dims + c] ?? 0) - (centers[right * dims + c] ?? 0)
        distance += gap * gap
      }
      const leftSize = sizes[left] ?? 0
      const rightSize = sizes[right] ?? 0
      const cost = (distance * leftSize * rightSize) / (leftSize + rightSize)
      if (cost < best.cost) best = { kept: left, joined: right, cost }
    }
  }
  return best
}

function merge({ kept, joined }: Joining, centers: Float64Array, sizes: Float64Array): void {
  const dims = centers.length / sizes.length
  const keptSize = sizes[kept] ?? 0
  const joinedSize = sizes[joined] ?? 0
  for (let c = 0; c < dims; c++) {
    const sum = keptSize * (centers[kept * dims + c] ?? 0) + joinedSize * (centers[joined * dims + c] ?? 0)
    centers[kept * dims + c] = sum / (keptSize + joinedSize)
  }
  sizes[kept] = keptSize + joinedSize
}
