/**
 * Small cells of a table of people (how many by route, by place …) are not published, and neither is anything they could be
 * worked out from. Primary: cells of 1 to `least` - 1. Secondary: further cells, until nobody who knows every published cell
 * and every margin can tell a hidden one better than within a range as wide as `least`. Whether that holds is not guessed but
 * computed: the cells of a table with fixed margins are a flow network, and the range of one cell is a largest flow in it.
 */

/** Counts by row and column; margins are published with it. */
export type Counts = readonly (readonly number[])[]
/** Which cells are hidden, in the shape of the table; null where no choice of cells is safe and the table is withheld whole. */
export type Hidden = boolean[][]

/** Nobody may be told apart in a group of fewer. */
export const LEAST = 5
/** A hidden cell is known to hold somebody: empty ones are published as nothing. */
const KNOWN = 1

/** Hides cells of a table whose row sums, column sums and total are published. */
export function suppressSmall(counts: Counts, least = LEAST): Hidden | null {
  const hidden: Hidden = counts.map((row) => row.map((count) => count > 0 && count < least))
  for (;;) {
    const unsafe = unsafeCells(counts, hidden, least)
    if (unsafe.length === 0) return shownAgain(counts, hidden, least)
    const next = cheapestBeside(counts, hidden, unsafe)
    if (!next) return null
    const row = hidden[next.row]
    if (row) row[next.column] = true
  }
}

/**
 * A list of counts whose sum is published: the same as a table of one row, without looking for flows. Only the sum of the
 * hidden ones is known, so each of them lies anywhere between one and what the others leave.
 */
export function suppressList(counts: readonly number[], least = LEAST): boolean[] | null {
  const hidden = counts.map((count) => count > 0 && count < least)
  const rising = counts.map((count, at) => ({ count, at })).toSorted((a, b) => a.count - b.count)
  const further = rising.filter(({ count }) => count >= least)
  const added: typeof further = []
  while (!isSafeList(counts, hidden, least)) {
    const next = further[added.length]
    if (!next) return null
    hidden[next.at] = true
    added.push(next)
  }
  for (const { at } of added.toSorted((a, b) => b.count - a.count)) {
    hidden[at] = false
    if (!isSafeList(counts, hidden, least)) hidden[at] = true
  }
  return hidden
}

function isSafeList(counts: readonly number[], hidden: readonly boolean[], least: number): boolean {
  const cells = counts.filter((_, at) => hidden[at])
  const room = cells.reduce((sum, count) => sum + count - KNOWN, 0)
  return cells.length === 0 || (cells.length > 1 && room >= least - 1)
}

interface Cell {
  row: number
  column: number
}

function unsafeCells(counts: Counts, hidden: Hidden, least: number): Cell[] {
  const unsafe: Cell[] = []
  for (const [row, cells] of hidden.entries())
    for (const [column, isHidden] of cells.entries()) {
      if (!isHidden) continue
      const { from, to } = rangeOf(counts, hidden, { row, column })
      if (to - from < least - 1) unsafe.push({ row, column })
    }
  return unsafe
}

/** The least and the most that somebody who knows the margins can say of a hidden cell. */
export function rangeOf(counts: Counts, hidden: Hidden, cell: Cell): { from: number; to: number } {
  const own = counts[cell.row]?.[cell.column] ?? 0
  const rows = counts.length
  // A list has no columns' sums: every column is one that takes what it gets.
  const up = largestFlow(networkOf(counts, hidden, cell), { from: rows + cell.column, to: cell.row })
  const down = largestFlow(networkOf(counts, hidden, cell), { from: cell.row, to: rows + cell.column })
  return { from: Math.max(KNOWN, own - down), to: own + up }
}

/** Arc from a row to a column: that cell may grow without end; back: it may shrink to one. */
function networkOf(counts: Counts, hidden: Hidden, left: Cell): number[][] {
  const rows = counts.length
  const columns = counts[0]?.length ?? 0
  const size = rows + columns
  const room = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  const put = (from: number, to: number, most: number) => {
    const arcs = room[from]
    if (arcs) arcs[to] = most
  }
  for (const [row, cells] of hidden.entries())
    for (const [column, isHidden] of cells.entries()) {
      if (!isHidden || (row === left.row && column === left.column)) continue
      put(row, rows + column, ENOUGH)
      put(rows + column, row, (counts[row]?.[column] ?? 0) - KNOWN)
    }
  if (rows === 1) joinColumns(put, { rows, columns })
  return room
}

/** In a list what one column loses any other may gain: only the sum is known. */
function joinColumns(
  put: (from: number, to: number, most: number) => void,
  { rows, columns }: { rows: number; columns: number },
): void {
  for (let one = 0; one < columns; one += 1)
    for (let other = 0; other < columns; other += 1) if (one !== other) put(rows + one, rows + other, ENOUGH)
}

const ENOUGH = 1e9

/** Edmonds and Karp, 1972: along a shortest path while there is one. Tables of results have dozens of cells, not thousands. */
function largestFlow(room: number[][], { from, to }: { from: number; to: number }): number {
  let flow = 0
  while (flow < ENOUGH) {
    const path = shortestPath(room, from, to)
    if (!path) break
    const most = Math.min(...path.map(([a, b]) => room[a]?.[b] ?? 0))
    for (const [a, b] of path) {
      const [forth, back] = [room[a], room[b]]
      if (forth && back) {
        forth[b] = (forth[b] ?? 0) - most
        back[a] = (back[a] ?? 0) + most
      }
    }
    flow += most
  }
  return Math.min(flow, ENOUGH)
}

function shortestPath(
  room: readonly (readonly number[])[],
  from: number,
  to: number,
): [number, number][] | null {
  const before = new Map<number, number>([[from, from]])
  const queue = [from]
  for (const at of queue) {
    if (at === to) break
    for (const [next, most] of (room[at] ?? []).entries())
      if (most > 0 && !before.has(next)) {
        before.set(next, at)
        queue.push(next)
      }
  }
  if (!before.has(to)) return null
  const path: [number, number][] = []
  for (let at = to; at !== from; ) {
    const last = before.get(at) ?? from
    path.push([last, at])
    at = last
  }
  return path
}

/** The search above takes the cheapest step each time and may hide more than it has to: lines and cells are shown again where that is safe. */
function shownAgain(counts: Counts, hidden: Hidden, least: number): Hidden {
  const further = counts.flatMap((cells, row) =>
    cells.flatMap((count, column) =>
      count >= least && hidden[row]?.[column] ? [{ row, column, count }] : [],
    ),
  )
  const lines = [
    ...counts.map((_, at) => further.filter(({ row }) => row === at)),
    ...(counts[0] ?? []).map((_, at) => further.filter(({ column }) => column === at)),
    ...further.map((cell) => [cell]),
  ]
  const sum = (cells: readonly { count: number }[]) => cells.reduce((total, { count }) => total + count, 0)
  return lines
    .toSorted((a, b) => sum(b) - sum(a))
    .reduce((best, cells) => {
      const wider = best.map((row) => [...row])
      for (const { row, column } of cells) wider[row]?.splice(column, 1, false)
      return unsafeCells(counts, wider, least).length === 0 ? wider : best
    }, hidden)
}

/** The smallest cell that is still shown, beside an unsafe one if there is any: it costs the least. */
function cheapestBeside(counts: Counts, hidden: Hidden, unsafe: readonly Cell[]): Cell | null {
  const shown = counts.flatMap((cells, row) =>
    cells.flatMap((count, column) => (count > 0 && !hidden[row]?.[column] ? [{ row, column, count }] : [])),
  )
  const isBeside = ({ row, column }: Cell) =>
    unsafe.some((cell) => cell.row === row || cell.column === column)
  const beside = shown.filter(isBeside)
  const [cheapest] = (beside.length > 0 ? beside : shown).toSorted((a, b) => a.count - b.count)
  return cheapest ?? null
}
