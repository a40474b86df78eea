import { cosinesTo } from './cosines.ts'
import type { DenseRows } from './sparse-rows.ts'

const MOST_THEMES = 3
/** A second or third theme counts when it is at least this near, as a share of the nearest. */
const SECOND_SHARE = 0.62
/** Farther than this from every theme is in none. */
const LEAST_COSINE = 0.2

/** One answer in one theme. */
export interface Membership {
  theme: number
  cosine: number
  /** How clear it is: for the first theme its lead over the second; for the others, how far above the bar they lie. */
  lead: number
}

/** Each row's themes, nearest first: none, one, two or three. */
export function assignThemes(rows: DenseRows, centres: DenseRows): Membership[][] {
  const cosinesOf = cosinesTo(centres)
  const nearest = new Float64Array(MOST_THEMES + 1)
  const themes = new Int32Array(MOST_THEMES + 1)
  return Array.from({ length: rows.height }, (_, row) => {
    nearest.fill(-1)
    const cosines = cosinesOf(rows, row)
    for (let theme = 0; theme < cosines.length; theme++)
      keepNearest({ nearest, themes }, theme, cosines[theme] ?? 0)
    return membershipsOf(nearest, themes)
  })
}

function keepNearest(
  { nearest, themes }: { nearest: Float64Array; themes: Int32Array },
  theme: number,
  cosine: number,
): void {
  let at = nearest.length - 1
  if (cosine <= (nearest[at] ?? 0)) return
  while (at > 0 && cosine > (nearest[at - 1] ?? 0)) {
    nearest[at] = nearest[at - 1] ?? 0
    themes[at] = themes[at - 1] ?? 0
    at--
  }
  nearest[at] = cosine
  themes[at] = theme
}

function membershipsOf(nearest: Float64Array, themes: Int32Array): Membership[] {
  const best = nearest[0] ?? 0
  if (best < LEAST_COSINE) return []
  const bar = Math.max(LEAST_COSINE, SECOND_SHARE * best)
  const memberships: Membership[] = []
  for (let at = 0; at < MOST_THEMES && (at === 0 || (nearest[at] ?? 0) >= bar); at++) {
    const cosine = nearest[at] ?? 0
    const lead = at === 0 ? cosine - Math.max(0, nearest[1] ?? 0) : cosine - bar
    memberships.push({ theme: themes[at] ?? 0, cosine, lead })
  }
  return memberships
}
