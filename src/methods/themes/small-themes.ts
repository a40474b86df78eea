import { type DenseRows, denseRows, dot, pickDenseRows, toUnitRows } from './sparse-rows.ts'

/** Rows are compared each with each: more of them would cost more than a minute. */
const MOST_STRAYS = 6_000
/** Rows nearer than this to their theme are well placed. */
const WELL_PLACED = 0.55
/** Rows this near to each other speak of one thing. */
const ALIKE = 0.72
const LEAST_MEMBERS = 3
const MOST_SMALL_THEMES = 20

/**
 * Small themes that the large ones swallowed: among the rows that fit their theme badly, the one with most rows close around it
 * leads a theme with them, then the next (Taylor 1995; Butina 1999, "Unsupervised data base clustering"). No seed in it.
 *
 * @param cosines each row's cosine to its nearest theme.
 * @returns centres of the small themes, the largest first.
 */
export function smallThemes(rows: DenseRows, cosines: Float32Array): DenseRows {
  const strays = straysOf(cosines)
  const near = neighboursOf(pickDenseRows(rows, strays))
  const isTaken = new Uint8Array(strays.length)
  const groups: number[][] = []
  while (groups.length < MOST_SMALL_THEMES) {
    const group = largestGroup(near, isTaken)
    if (group.length < LEAST_MEMBERS) break
    groups.push(group.map((at) => strays[at] ?? 0))
    for (const at of group) isTaken[at] = 1
  }
  return meansOf(rows, groups)
}

/** The rows that fit worst, at most {@link MOST_STRAYS}; rows that say nothing (cosine 0) are left out. */
function straysOf(cosines: Float32Array): Int32Array {
  const strays = [...cosines.keys()].filter((row) => {
    const cosine = cosines[row] ?? 0
    return cosine > 0 && cosine < WELL_PLACED
  })
  if (strays.length <= MOST_STRAYS) return Int32Array.from(strays)
  strays.sort((a, b) => (cosines[a] ?? 0) - (cosines[b] ?? 0) || a - b)
  return Int32Array.from(strays.slice(0, MOST_STRAYS)).sort()
}

function neighboursOf({ height, width, values }: DenseRows): number[][] {
  const near: number[][] = Array.from({ length: height }, (_, row) => [row])
  for (let row = 0; row < height; row++) {
    for (let other = row + 1; other < height; other++) {
      if (dot(values, row * width, values, other * width, width) < ALIKE) continue
      near[row]?.push(other)
      near[other]?.push(row)
    }
  }
  return near
}

function largestGroup(near: readonly (readonly number[])[], isTaken: Uint8Array): number[] {
  let best: number[] = []
  near.forEach((members, row) => {
    if (isTaken[row] || members.length <= best.length) return
    const free = members.filter((member) => !isTaken[member])
    if (free.length > best.length) best = free
  })
  return best
}

function meansOf(rows: DenseRows, groups: readonly (readonly number[])[]): DenseRows {
  const centres = denseRows(groups.length, rows.width)
  groups.forEach((group, at) => {
    for (const row of group) {
      for (let k = 0; k < rows.width; k++) {
        const to = at * rows.width + k
        centres.values[to] = (centres.values[to] ?? 0) + (rows.values[row * rows.width + k] ?? 0)
      }
    }
  })
  return toUnitRows(centres)
}
