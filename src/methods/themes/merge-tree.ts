import type { DenseRows } from './sparse-rows.ts'

/** One merging: `left` and `right` are row numbers, or `height + n` for the result of merging number n. */
export interface Merging {
  left: number
  right: number
  /** What Ward's criterion lost by it: grows from merging to merging after sorting. */
  loss: number
}

/**
 * Ward's tree over weighted points (Ward 1963; nearest-neighbour chains as in Murtagh and Legendre 2014, so quadratic in the
 * number of points): each merging is the one that adds least to the squared distances within groups. Ties go to lower numbers.
 *
 * @returns the `height - 1` mergings by rising loss.
 */
export function wardTree(points: DenseRows, masses: Float64Array): Merging[] {
  const state = startOf(points, masses)
  const mergings: Merging[] = []
  const chain: number[] = []
  while (mergings.length < points.height - 1) {
    if (chain.length === 0) chain.push(state.alive.indexOf(1))
    const top = chain[chain.length - 1] ?? 0
    const below = chain[chain.length - 2] ?? -1
    const { near, loss } = nearestTo(top, below, state)
    if (near !== below) {
      chain.push(near)
      continue
    }
    chain.length -= 2
    mergings.push({ left: Math.min(top, near), right: Math.max(top, near), loss })
    merge(Math.min(top, near), Math.max(top, near), state)
  }
  return numbered(mergings, points.height)
}

interface Groups {
  width: number
  means: Float64Array
  masses: Float64Array
  alive: Uint8Array
}

function startOf(points: DenseRows, masses: Float64Array): Groups {
  return {
    width: points.width,
    means: Float64Array.from(points.values),
    masses: Float64Array.from(masses),
    alive: new Uint8Array(points.height).fill(1),
  }
}

function nearestTo(group: number, preferred: number, state: Groups): { near: number; loss: number } {
  let near = preferred
  let loss = preferred >= 0 ? lossOf(group, preferred, state) : Number.POSITIVE_INFINITY
  for (let other = 0; other < state.alive.length; other++) {
    if (other === group || !state.alive[other]) continue
    const found = lossOf(group, other, state)
    if (found < loss) {
      loss = found
      near = other
    }
  }
  return { near, loss }
}

function lossOf(a: number, b: number, { width, means, masses }: Groups): number {
  let square = 0
  for (let k = 0; k < width; k++) square += ((means[a * width + k] ?? 0) - (means[b * width + k] ?? 0)) ** 2
  const [massA, massB] = [masses[a] ?? 0, masses[b] ?? 0]
  return ((massA * massB) / (massA + massB)) * square
}

/** The merged group lives on at `to`. */
function merge(to: number, from: number, { width, means, masses, alive }: Groups): void {
  const [massTo, massFrom] = [masses[to] ?? 0, masses[from] ?? 0]
  for (let k = 0; k < width; k++) {
    const sum = massTo * (means[to * width + k] ?? 0) + massFrom * (means[from * width + k] ?? 0)
    means[to * width + k] = sum / (massTo + massFrom)
  }
  masses[to] = massTo + massFrom
  alive[from] = 0
}

/** Sorts the mergings by loss and renames groups by the merging that made them. */
function numbered(mergings: readonly Merging[], height: number): Merging[] {
  const nameOf = new Map<number, number>()
  const name = (point: number) => nameOf.get(point) ?? point
  return [...mergings]
    .map((merging, order) => ({ ...merging, order }))
    .sort((a, b) => a.loss - b.loss || a.order - b.order)
    .map(({ left, right, loss }, at) => {
      const named = { left: name(left), right: name(right), loss }
      nameOf.set(left, height + at)
      return named
    })
}

/** Cuts the tree into `count` groups: for each point its group, numbered by first appearance. */
export function cutTree(mergings: readonly Merging[], points: number, count: number): Int32Array {
  const parent = Int32Array.from({ length: points + mergings.length }, (_, at) => at)
  mergings.slice(0, Math.max(0, points - count)).forEach(({ left, right }, at) => {
    parent[left] = points + at
    parent[right] = points + at
  })
  const numbers = new Map<number, number>()
  return Int32Array.from({ length: points }, (_, point) => {
    let root = point
    while (parent[root] !== root) root = parent[root] ?? root
    const number = numbers.get(root) ?? numbers.size
    numbers.set(root, number)
    return number
  })
}
