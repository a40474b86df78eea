import { cosinesTo } from './cosines.ts'
import { type DenseRows, denseRows, toUnitRows } from './sparse-rows.ts'

const MOST_ROUNDS = 12
/** Rounds end when fewer than one row in five hundred moves. */
const STILL_SHARE = 2e-3

/** For each row its nearest centre and the cosine to it. */
interface Nearest {
  centre: Int32Array
  cosine: Float32Array
}

export interface Clustering extends Nearest {
  centres: DenseRows
}

/**
 * Spherical k-means (Dhillon and Modha 2001, "Concept decompositions for large sparse text data"): rows of length 1 go to
 * the centre with the greatest cosine, a centre is the weighted mean of its rows made as long as 1.
 *
 * @param weights how many answers each row stands for; rows of noughts go to centre 0 with cosine 0 and move nothing.
 */
export function sphericalKMeans(rows: DenseRows, weights: Float32Array, start: DenseRows): Clustering {
  let centres = start
  let nearest = nearestCentres(rows, centres)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    centres = meansOf(rows, weights, { nearest, before: centres })
    const next = nearestCentres(rows, centres)
    let moved = 0
    next.centre.forEach((centre, row) => {
      if (centre !== nearest.centre[row]) moved++
    })
    nearest = next
    if (moved <= STILL_SHARE * rows.height) break
  }
  return { centres, ...nearest }
}

/** Ties go to the lower number, on every machine. */
function nearestCentres(rows: DenseRows, centres: DenseRows): Nearest {
  const cosinesOf = cosinesTo(centres)
  const centre = new Int32Array(rows.height)
  const cosine = new Float32Array(rows.height)
  for (let row = 0; row < rows.height; row++) {
    const cosines = cosinesOf(rows, row)
    let best = 0
    for (let c = 1; c < cosines.length; c++) if ((cosines[c] ?? 0) > (cosines[best] ?? 0)) best = c
    centre[row] = best
    cosine[row] = cosines[best] ?? 0
  }
  return { centre, cosine }
}

function meansOf(
  rows: DenseRows,
  weights: Float32Array,
  { nearest, before }: { nearest: Nearest; before: DenseRows },
) {
  const { width } = rows
  const sums = denseRows(before.height, width)
  for (let row = 0; row < rows.height; row++) {
    const to = (nearest.centre[row] ?? 0) * width
    const weight = weights[row] ?? 0
    for (let k = 0; k < width; k++) {
      sums.values[to + k] = (sums.values[to + k] ?? 0) + weight * (rows.values[row * width + k] ?? 0)
    }
  }
  keepEmpty(sums, before)
  return toUnitRows(sums)
}

/** A centre that lost all its rows stays where it was. */
function keepEmpty(sums: DenseRows, before: DenseRows): void {
  for (let c = 0; c < sums.height; c++) {
    const line = sums.values.subarray(c * sums.width, (c + 1) * sums.width)
    if (line.every((value) => value === 0))
      line.set(before.values.subarray(c * sums.width, (c + 1) * sums.width))
  }
}
