import { cutTree, type Merging, wardTree } from './merge-tree.ts'
import { fixedSample } from './seeded-random.ts'
import { type DenseRows, denseRows, pickDenseRows, toUnitRows } from './sparse-rows.ts'
import { sphericalKMeans } from './spherical-k-means.ts'
import { type Parts, splitRows } from './split-rows.ts'

/** So few rows go into the tree themselves; more are gathered into half as many parts first. */
const ROWS_FOR_A_TREE = 1_500
const PARTS_FOR_A_TREE = 700
/** Themes settle on so many rows; more would cost time and hardly move them. */
const ROWS_TO_SETTLE = 40_000
/** A step in the tree that loses this many times more than the one before it shows where themes end. */
const CLEAR_STEP = 1.5

/** Themes in two levels: each leaf centre belongs to a broad theme. */
export interface ThemeCentres {
  centres: DenseRows
  /** By leaf, the number of its broad theme. */
  broad: Int32Array
}

/**
 * Themes without chance, so that there is no seed to change the story: rows are gathered into many more parts than there are
 * themes ({@link splitRows}), Ward's tree over the parts is cut into leaf themes, and spherical k-means settles them on
 * the rows; a second tree over the leaves gives the broad themes. Up to 1,500 rows the tree stands on the rows themselves.
 * (A tree over many small parts: Leisch 1999, "Bagged clustering", whose parts come from random samples.)
 *
 * @param rows of length 1; @param weights how much each row counts; @param count how many leaf themes; without it the
 * data say, and failing that their number does.
 */
export function clusterAnswers(rows: DenseRows, weights: Float32Array, count?: number): ThemeCentres {
  const chosen = fixedSample(rows.height, ROWS_TO_SETTLE)
  const [own, ownWeights] = [pickDenseRows(rows, chosen), pick(weights, chosen)]
  const { points, masses } =
    own.height <= ROWS_FOR_A_TREE
      ? { points: own, masses: Float64Array.from(ownWeights) }
      : splitRows(own, ownWeights, PARTS_FOR_A_TREE)
  const tree = wardTree(points, masses)
  const leaves = Math.min(count ?? leafCount(tree, rows.height), points.height)
  const leafOf = cutTree(tree, points.height, leaves)
  const start = centresOf({ points, masses }, leafOf, leaves)
  const { centres } = sphericalKMeans(own, ownWeights, start)
  // Leaves count alike here, or the largest would draw all others into one broad theme.
  const broadTree = wardTree(centres, new Float64Array(leaves).fill(1))
  return { centres, broad: cutTree(broadTree, leaves, broadCount(leaves)) }
}

function pick(weights: Float32Array, chosen: Int32Array): Float32Array {
  return Float32Array.from(chosen, (row) => weights[row] ?? 0)
}

function centresOf({ points, masses }: Parts, groupOf: Int32Array, groups: number): DenseRows {
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
 * of its own and one is set from its size (10 for 100 answers, 25 for 1,000, at most 90), so that chance cannot move it.
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
