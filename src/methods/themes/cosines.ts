import type { DenseRows } from './sparse-rows.ts'

/** Centres gone through side by side: each number of a row is then fetched once for all four. */
const SIDE_BY_SIDE = 4

/**
 * The cosines of a row to all centres, both of length 1, in centre order: `cosinesTo(centres)(rows, row)`. The array that
 * comes back is written anew by the next call. This is the innermost loop of the method: centres lie woven by fours.
 */
export function cosinesTo(centres: DenseRows): (rows: DenseRows, row: number) => Float64Array {
  const { height, width } = centres
  const woven = wovenByFours(centres)
  const cosines = new Float64Array(Math.ceil(height / SIDE_BY_SIDE) * SIDE_BY_SIDE)
  const wanted = cosines.subarray(0, height)
  const line = new Float64Array(width)
  return ({ values }, row) => {
    for (let k = 0; k < width; k++) line[k] = values[row * width + k] ?? 0
    for (let block = 0, from = 0; block < cosines.length; block += SIDE_BY_SIDE) {
      let [a, b, c, d] = [0, 0, 0, 0]
      for (let k = 0; k < width; k++, from += SIDE_BY_SIDE) {
        const value = line[k] ?? 0
        a += value * (woven[from] ?? 0)
        b += value * (woven[from + 1] ?? 0)
        c += value * (woven[from + 2] ?? 0)
        d += value * (woven[from + 3] ?? 0)
      }
      cosines[block] = a
      cosines[block + 1] = b
      cosines[block + 2] = c
      cosines[block + 3] = d
    }
    return wanted
  }
}

/** Four centres after four; those that are missing at the end are noughts. */
function wovenByFours({ height, width, values }: DenseRows): Float64Array {
  const woven = new Float64Array(Math.ceil(height / SIDE_BY_SIDE) * SIDE_BY_SIDE * width)
  for (let centre = 0; centre < height; centre++) {
    const block = (centre - (centre % SIDE_BY_SIDE)) * width + (centre % SIDE_BY_SIDE)
    for (let k = 0; k < width; k++) woven[block + k * SIDE_BY_SIDE] = values[centre * width + k] ?? 0
  }
  return woven
}
