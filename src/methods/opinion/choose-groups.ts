import { baseClusters, type WarmBase } from './base-clusters.ts'
import { type Clustering, centersOf, kMeans } from './k-means.ts'
import { type Points, pointsAt } from './opinion-map.ts'
import { distancesOf, silhouette } from './silhouette.ts'
import { cutTree, type Joining, wardTree } from './ward-tree.ts'

/** One way of dividing the people, with how clearly its groups stand apart. */
export interface Grouping {
  /** How many groups. */
  count: number
  /** In how many components they were looked for. */
  dims: number
  silhouette: number
  /** Length people in the conversation: the group of each. */
  labels: Int32Array
  /** The centres, to start from next time. */
  centers: Points
}

export interface Groupings {
  base: Clustering
  /** One for each number of groups tried, fewest first. */
  tried: Grouping[]
}

/** What to start from: the last base clusters and the last centres for each number of groups. */
export interface WarmGroups {
  base: WarmBase
  centers: readonly Points[]
}

export interface GroupSearch {
  mostGroups: number
  /** How often each person counts; once when absent. */
  weights?: Float64Array
  warm?: WarmGroups
}

/**
 * Divide people, by k-means on their base clusters, into 2, 3, … groups, up to `mostGroups` or 2 + (base clusters / 12),
 * whichever is less (production code, `conversation.clj`, `max-k-fn`, `group-clusterings`; there never more than 5). A
 * cold start is the tree of Ward and not production's first people met, so that order doesn't matter.
 */
export function groupingsOf(points: Points, search: GroupSearch): Groupings {
  const weights = search.weights ?? new Float64Array(points.size).fill(1)
  const base = baseClusters(points, weights, search.warm?.base)
  const size = base.centers.size
  const most = Math.min(search.mostGroups, 2 + Math.floor(size / 12), size)
  if (most < 2) return { base, tried: [oneGroup(points, base)] }
  const distances = distancesOf(base.centers)
  let tree: Joining[] | undefined
  const tried: Grouping[] = []
  for (let count = 2; count <= most; count++) {
    const last = search.warm?.centers.find((centers) => centers.size === count)
    const cold = () => {
      tree ??= wardTree(base.centers, base.weights)
      return centersOf(base.centers, base.weights, cutTree(tree, size, count)).centers
    }
    const { labels, centers } = kMeans(base.centers, base.weights, { start: last ?? cold() })
    if (tried.some((other) => other.count === centers.size)) continue
    const width = silhouette(distances, labels, centers.size)
    const own = base.labels.map((label) => labels[label] ?? 0)
    tried.push({ count: centers.size, dims: points.dims, silhouette: width, labels: own, centers })
  }
  return { base, tried }
}

/** Of those tried the one with the greatest silhouette; of equals, the one with fewer groups. */
export function clearestOf(tried: readonly Grouping[]): Grouping {
  const [first, ...others] = tried
  if (!first) throw new Error('No grouping was tried.')
  return others.reduce((best, one) => (one.silhouette > best.silhouette ? one : best), first)
}

/** How clear a grouping found elsewhere is among these base clusters; each goes with most of its people. */
export function silhouetteIn(base: Clustering, grouping: Grouping): number {
  const votes = new Float64Array(base.centers.size * grouping.count)
  base.labels.forEach((label, i) => {
    const cell = label * grouping.count + (grouping.labels[i] ?? 0)
    votes[cell] = (votes[cell] ?? 0) + 1
  })
  const labels = Int32Array.from({ length: base.centers.size }, (_, label) => {
    const own = votes.subarray(label * grouping.count, (label + 1) * grouping.count)
    return own.indexOf(Math.max(...own))
  })
  return silhouette(distancesOf(base.centers), labels, grouping.count)
}

/** The first `dims` coordinates of each point. */
export function inDims(points: Points, dims: number): Points {
  if (dims >= points.dims) return points
  const values = new Float64Array(points.size * dims)
  for (let i = 0; i < points.size; i++) {
    for (let c = 0; c < dims; c++) values[i * dims + c] = points.values[i * points.dims + c] ?? 0
  }
  return { size: points.size, dims, values }
}

function oneGroup(points: Points, base: Clustering): Grouping {
  const labels = new Int32Array(points.size)
  const centers = centersOf(base.centers, base.weights, new Int32Array(base.centers.size)).centers
  return { count: Math.min(1, points.size), dims: points.dims, silhouette: 0, labels, centers }
}

/**
 * Renumber groups by size, the biggest 0; of equal size the one with the first person in order. Answers the new number of
 * each old one.
 */
export function numbersBySize(labels: Int32Array, count: number): Int32Array {
  const sizes = new Int32Array(count)
  const firsts = new Int32Array(count).fill(labels.length)
  labels.forEach((label, i) => {
    sizes[label] = (sizes[label] ?? 0) + 1
    firsts[label] = Math.min(firsts[label] ?? 0, i)
  })
  const order = Array.from({ length: count }, (_, i) => i)
  order.sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || (firsts[a] ?? 0) - (firsts[b] ?? 0))
  const numbers = new Int32Array(count)
  order.forEach((old, number) => {
    numbers[old] = number
  })
  return numbers
}

export function renumbered(grouping: Grouping, numbers: Int32Array): Grouping {
  const labels = grouping.labels.map((label) => numbers[label] ?? 0)
  const order = Int32Array.from(numbers, (_, number) => numbers.indexOf(number))
  return { ...grouping, labels, centers: pointsAt(grouping.centers, order) }
}
