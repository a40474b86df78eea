import { cutTree, type Merging, wardTree } from './merge-tree.ts'
import { type SeededRandom, sampleIndices, seededRandom } from './seeded-random.ts'
import { type DenseRows, denseRows, pickDenseRows, toUnitRows } from './sparse-rows.ts'
import { farApartRows, type Nearest, sphericalKMeans } from './spherical-k-means.ts'

/** So few rows go into the tree themselves: no sample, no seed. */
const ROWS_FOR_A_TREE = 1_500
const BAGS = 8
const BAG_SHARE = 0.8
const MOST_BAG_ROWS = 3_000
/** Centres settle on so many rows; more would cost time and hardly move them. */
const ROWS_TO_SETTLE = 8_000
const MOST_BASE_CENTRES = 90
/** A step in the tree that loses this many times more than the one before it shows where themes end. */
const CLEAR_STEP = 1.5

/** Themes in two levels: each leaf centre belongs to a broad theme. */
export interface ThemeCentres {
  centres: DenseRows
  /** By leaf, the number of its broad theme. */
  broad: Int32Array
}

export interface ClusterOptions {
  seed: string
  /** How many leaf themes; without it the data say, and failing that their number does. */
  count?: number
}

/**
 * Themes that hold still when the seed changes: bagged clustering (Leisch 1999, "Bagged clustering"). Spherical k-means runs
 * on eight samples into many more centres than there are themes; Ward's tree over all those centres is cut into
 * leaf themes, and k-means from there settles them; a second tree over the leaves gives the broad themes. Up to 1,500 rows the tree
 * stands on the rows themselves.
 *
 * @param rows of length 1; @param weights how much each row counts.
 */
export function clusterAnswers(
  rows: DenseRows,
  weights: Float32Array,
  options: ClusterOptions,
): ThemeCentres {
  const random = seededRandom(`themes ${options.seed}`)
  const { points, masses } =
    rows.height <= ROWS_FOR_A_TREE
      ? { points: rows, masses: Float64Array.from(weights) }
      : bagCentres(rows, weights, random)
  const tree = wardTree(points, masses)
  const leaves = Math.min(options.count ?? leafCount(tree, rows.height), points.height)
  const leafOf = cutTree(tree, points.height, leaves)
  const start = centresOf({ points, masses }, leafOf, leaves)
  const settledOn = sampleIndices(rows.height, ROWS_TO_SETTLE, random)
  const { centres } = sphericalKMeans(pickDenseRows(rows, settledOn), pick(weights, settledOn), start)
  // Leaves count alike here, or the largest would draw all others into one broad theme.
  const broadTree = wardTree(centres, new Float64Array(leaves).fill(1))
  return { centres, broad: cutTree(broadTree, leaves, broadCount(leaves)) }
}

interface Bagged {
  points: DenseRows
  masses: Float64Array
}

function bagCentres(rows: DenseRows, weights: Float32Array, random: SeededRandom): Bagged {
  const size = Math.min(MOST_BAG_ROWS, Math.ceil(rows.height * BAG_SHARE))
  const base = Math.max(2, Math.min(MOST_BASE_CENTRES, Math.round(1.3 * Math.sqrt(rows.height))))
  const lines: Float32Array[] = []
  const masses: number[] = []
  for (let bag = 0; bag < BAGS; bag++) {
    const chosen = sampleIndices(rows.height, size, random)
    const sample = pickDenseRows(rows, chosen)
    const sampleWeights = pick(weights, chosen)
    const { centres, centre } = sphericalKMeans(sample, sampleWeights, farApartRows(sample, base, random))
    massesOf({ centre }, sampleWeights, centres.height).forEach((mass, at) => {
      if (mass === 0) return
      lines.push(centres.values.subarray(at * rows.width, (at + 1) * rows.width))
      masses.push(mass)
    })
  }
  const points = denseRows(lines.length, rows.width)
  lines.forEach((line, at) => {
    points.values.set(line, at * rows.width)
  })
  return { points, masses: Float64Array.from(masses) }
}

function pick(weights: Float32Array, chosen: Int32Array): Float32Array {
  return Float32Array.from(chosen, (row) => weights[row] ?? 0)
}

function massesOf({ centre }: Pick<Nearest, 'centre'>, weights: Float32Array, count: number): Float64Array {
  const masses = new Float64Array(count)
  centre.forEach((at, row) => {
    masses[at] = (masses[at] ?? 0) + (weights[row] ?? 0)
  })
  return masses
}

function centresOf({ points, masses }: Bagged, groupOf: Int32Array, groups: number): DenseRows {
  const centres = denseRows(groups, points.width)
  groupOf.forEach((group, point) => {
    for (let k = 0; k < points.width; k++) {
      const add = (masses[point] ?? 0) * (points.values[point * points.width + k] ?? 0)
      centres.values[group * points.width + k] = (centres.values[group * points.width + k] ?? 0) + add
    }
  })
  return toUnitRows(centres)
}

/**
 * Where one step of the tree clearly loses more than the step before, themes end there; otherwise the corpus has no number
 * of its own and one is set from its size (10 for 100 answers, 25 for 1,000, at most 90), so that no seed can move it.
 */
function leafCount(tree: readonly Merging[], rows: number): number {
  const usual = Math.max(2, Math.min(90, Math.round(1.6 * rows ** 0.4)))
  let best = usual
  let bestStep = CLEAR_STEP
  for (let count = Math.ceil(usual / 3); count <= Math.min(2 * usual, tree.length - 1); count++) {
    const step = lossAt(tree, count) / lossAt(tree, count + 1)
    if (step > bestStep) {
      bestStep = step
      best = count
    }
  }
  return best
}

/** What it would lose to go from `count` groups to one fewer. */
function lossAt(tree: readonly Merging[], count: number): number {
  return tree[tree.length + 1 - count]?.loss ?? 0
}

function broadCount(leaves: number): number {
  return leaves <= 4 ? leaves : Math.round(leaves ** 0.6)
}
