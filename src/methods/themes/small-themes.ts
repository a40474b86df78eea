import type { Membership } from './assign-themes.ts'
import type { SparseRows } from './sparse-rows.ts'

/** Rows are compared with all that share a word: of more, the worst placed are taken. */
const MOST_STRAYS = 4_000
/** A word in more strays than this brings nobody together. */
const COMMON_AMONG_STRAYS = 400
/** Rows whose words overlap so much speak of one thing. */
const ALIKE = 0.3
/** A group whose middle lies nearer than this to its theme's middle is only another way to say it. */
const APART = 0.25
const LEAST_MEMBERS = 3
/** The more answers, the more say the like by chance: 4 of 1,000, 8 of 32,000. */
const LEAST_POWER = 0.2
/** A group with a larger share of the rows is no small theme: k-means has found it. */
const MOST_SHARE = 0.04
const MOST_SMALL_THEMES = 12

/**
 * Small themes that the large ones swallowed: by its words alone, the row with most rows like it leads a group with them, then
 * the next (Taylor 1995; Butina 1999, "Unsupervised data base clustering"); groups that lie in the middle of their large
 * theme are let go. Words, not vectors, decide: the few directions of the vectors are spent on what many say. No seed in it.
 *
 * @param weights the rows' words; @param run their large themes.
 * @returns the rows of each small theme, the largest first.
 */
export function smallThemes(weights: SparseRows, run: readonly (readonly Membership[])[]): number[][] {
  const strays = straysOf(run)
  const near = neighboursOf(weights, strays)
  const isTaken = new Uint8Array(strays.length)
  const least = Math.max(LEAST_MEMBERS, Math.round(run.length ** LEAST_POWER))
  const most = Math.max(least, MOST_SHARE * run.length)
  const groups: number[][] = []
  while (groups.length < MOST_SMALL_THEMES) {
    const group = largestGroup(near, isTaken)
    if (group.length < least) break
    for (const at of group) isTaken[at] = 1
    const rows = group.map((at) => strays[at] ?? 0).sort((a, b) => a - b)
    if (rows.length <= most && isApart(rows, weights, run)) groups.push(rows)
  }
  return groups
}

/** Puts the rows of each group into a theme of its own, before their large ones. */
export function withSmallThemes(
  run: readonly Membership[][],
  groups: readonly number[][],
  first: number,
): Membership[][] {
  const placed = [...run]
  groups.forEach((rows, at) => {
    for (const row of rows) {
      const large = run[row] ?? []
      const cosine = Math.max(0.5, large[0]?.cosine ?? 0)
      placed[row] = [{ theme: first + at, cosine, lead: 0.5 }, ...large].slice(0, 3)
    }
  })
  return placed
}

function straysOf(run: readonly (readonly Membership[])[]): Int32Array {
  const cosine = (row: number) => run[row]?.[0]?.cosine ?? 0
  const rows = [...run.keys()]
  if (rows.length <= MOST_STRAYS) return Int32Array.from(rows)
  rows.sort((a, b) => cosine(a) - cosine(b) || a - b)
  return Int32Array.from(rows.slice(0, MOST_STRAYS)).sort()
}

function neighboursOf(weights: SparseRows, strays: Int32Array): number[][] {
  const holders = new Map<number, [number, number][]>()
  strays.forEach((row, at) => {
    forEachColumn(weights, row, (column, value) => {
      const list = holders.get(column)
      if (list) list.push([at, value])
      else holders.set(column, [[at, value]])
    })
  })
  const overlap = new Float64Array(strays.length)
  return Array.from(strays, (row, at) => {
    overlap.fill(0)
    forEachColumn(weights, row, (column, value) => {
      const list = holders.get(column) ?? []
      if (list.length > COMMON_AMONG_STRAYS) return
      for (const [other, weight] of list) overlap[other] = (overlap[other] ?? 0) + value * weight
    })
    const near: number[] = []
    overlap.forEach((sum, other) => {
      if (sum >= ALIKE || other === at) near.push(other)
    })
    return near
  })
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

/** Whether the group's words lie far from those of the large theme that most of its rows are in. */
function isApart(
  rows: readonly number[],
  weights: SparseRows,
  run: readonly (readonly Membership[])[],
): boolean {
  const theme = commonest(rows.map((row) => run[row]?.[0]?.theme ?? -1))
  const inside = new Set(rows)
  const others = [...run.keys()].filter((row) => run[row]?.[0]?.theme === theme && !inside.has(row))
  const [middle, large] = [sumOf(rows, weights), sumOf(others, weights)]
  let product = 0
  for (const [column, value] of middle) product += value * (large.get(column) ?? 0)
  const length = (sum: Map<number, number>) =>
    Math.sqrt([...sum.values()].reduce((squares, value) => squares + value * value, 0))
  return others.length === 0 ? false : product < APART * length(middle) * length(large)
}

function sumOf(rows: readonly number[], weights: SparseRows): Map<number, number> {
  const sum = new Map<number, number>()
  for (const row of rows) {
    forEachColumn(weights, row, (column, value) => void sum.set(column, (sum.get(column) ?? 0) + value))
  }
  return sum
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1
}

function forEachColumn(
  weights: SparseRows,
  row: number,
  visit: (column: number, value: number) => void,
): void {
  const end = weights.starts[row + 1] ?? 0
  for (let at = weights.starts[row] ?? 0; at < end; at++)
    visit(weights.columns[at] ?? 0, weights.values[at] ?? 0)
}
