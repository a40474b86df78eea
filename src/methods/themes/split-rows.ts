import { type DenseRows, denseRows } from './sparse-rows.ts'

/** Enough for a main axis: the split is put right afterwards. */
const AXIS_ROUNDS = 12
const SPLIT_ROUNDS = 4

/** Middles of parts, each with the weight of its rows. */
export interface Parts {
  points: DenseRows
  masses: Float64Array
}

interface Part {
  members: Int32Array
  /** Of all members, weighted; not of length 1. */
  mean: Float64Array
  mass: number
  /** Weighted sum of squares round the mean. */
  spread: number
}

interface Corpus {
  rows: DenseRows
  weights: Float32Array
}

/**
 * Parts rows of length 1 into `count` parts: again and again the widest is cut in two across its main axis, and the cut
 * put right by k-means (Su and Dy 2007, "In search of deterministic methods for initializing K-means and Gaussian mixture
 * clustering", PCA-Part; Steinbach, Karypis, Kumar 2000, bisecting k-means). No chance in it: the same rows give the same parts.
 */
export function splitRows(rows: DenseRows, weights: Float32Array, count: number): Parts {
  const corpus = { rows, weights }
  const parts = [
    partOf(
      corpus,
      Int32Array.from({ length: rows.height }, (_, row) => row),
    ),
  ]
  while (parts.length < count) {
    const widest = parts.reduce((best, part, at) => (part.spread > (parts[best]?.spread ?? 0) ? at : best), 0)
    const part = parts[widest]
    if (!part || part.spread <= 0) break
    const [one, other] = halvesOf(corpus, part)
    if (!one || !other) part.spread = 0
    else {
      parts[widest] = one
      parts.push(other)
    }
  }
  const points = denseRows(parts.length, rows.width)
  parts.forEach(({ mean }, at) => void points.values.set(mean, at * rows.width))
  return { points, masses: Float64Array.from(parts, ({ mass }) => mass) }
}

function partOf({ rows, weights }: Corpus, members: Int32Array): Part {
  const { width, values } = rows
  const mean = new Float64Array(width)
  let [mass, squares] = [0, 0]
  for (const row of members) {
    const weight = weights[row] ?? 0
    mass += weight
    for (let k = 0; k < width; k++) {
      const value = values[row * width + k] ?? 0
      mean[k] = (mean[k] ?? 0) + weight * value
      squares += weight * value * value
    }
  }
  for (let k = 0; k < width; k++) mean[k] = (mean[k] ?? 0) / mass
  return { members, mean, mass, spread: squares - mass * dot(mean, mean) }
}

/** Nothing when all members stand in one place. */
function halvesOf(corpus: Corpus, part: Part): [Part, Part] | [] {
  let axis = mainAxis(corpus, part)
  let middle = axis && dot(axis, part.mean)
  let halves: [Part, Part] | [] = []
  for (let round = 0; axis && middle !== undefined && round <= SPLIT_ROUNDS; round++) {
    const [above, below] = sidesOf(corpus, part.members, { axis, middle })
    if (above.length === 0 || below.length === 0) return halves
    halves = [partOf(corpus, above), partOf(corpus, below)]
    const [one, other] = [unit(halves[0].mean), unit(halves[1].mean)]
    axis = one.map((value, k) => value - (other[k] ?? 0))
    middle = 0
  }
  return halves
}

function sidesOf({ rows }: Corpus, members: Int32Array, cut: { axis: Float64Array; middle: number }) {
  const along = (row: number) => alongRow(rows, row, cut.axis) - cut.middle
  return [members.filter((row) => along(row) > 0), members.filter((row) => along(row) <= 0)] as const
}

/** By power iteration from the member farthest from the mean; nothing when none stands apart from it. */
function mainAxis({ rows, weights }: Corpus, { members, mean }: Part): Float64Array | undefined {
  const { width, values } = rows
  let farthest = members[0] ?? 0
  for (const row of members) {
    if (alongRow(rows, row, mean) < alongRow(rows, farthest, mean)) farthest = row
  }
  let axis: Float64Array = mean.map((value, k) => (values[farthest * width + k] ?? 0) - value)
  for (let round = 0; round < AXIS_ROUNDS; round++) {
    const next = new Float64Array(width)
    const middle = dot(axis, mean)
    let moved = 0
    for (const row of members) {
      const share = (weights[row] ?? 0) * (alongRow(rows, row, axis) - middle)
      moved += share
      for (let k = 0; k < width; k++) next[k] = (next[k] ?? 0) + share * (values[row * width + k] ?? 0)
    }
    for (let k = 0; k < width; k++) next[k] = (next[k] ?? 0) - moved * (mean[k] ?? 0)
    if (dot(next, next) < 1e-18) return undefined
    axis = unit(next)
  }
  return axis
}

function alongRow({ width, values }: DenseRows, row: number, axis: Float64Array): number {
  const at = row * width
  let sum = 0
  for (let k = 0; k < width; k++) sum += (values[at + k] ?? 0) * (axis[k] ?? 0)
  return sum
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let k = 0; k < one.length; k++) sum += (one[k] ?? 0) * (other[k] ?? 0)
  return sum
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector))
  return length === 0 ? vector : vector.map((value) => value / length)
}
