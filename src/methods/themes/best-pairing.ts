/**
 * Pairs rows with columns one to one so that the sum of their scores is greatest (the Hungarian method, Kuhn 1955, in the
 * shortest-path form of Jonker and Volgenant 1987). Rows and columns may differ in number.
 *
 * @returns for each row its column, or -1 for a row left over.
 */
export function bestPairing(scores: readonly (readonly number[])[]): number[] {
  const height = scores.length
  const width = Math.max(0, ...scores.map((row) => row.length))
  const size = Math.max(height, width)
  const cost = (row: number, column: number) => -(scores[row]?.[column] ?? 0)
  const state: Pairing = {
    rowPrice: new Float64Array(size + 1),
    columnPrice: new Float64Array(size + 1),
    rowOf: new Int32Array(size + 1).fill(-1),
    cost,
  }
  for (let row = 0; row < size; row++) pairRow(row, state)
  const columnOf = new Array<number>(height).fill(-1)
  state.rowOf.forEach((row, column) => {
    if (column < width && row >= 0 && row < height) columnOf[row] = column
  })
  return columnOf
}

interface Pairing {
  rowPrice: Float64Array
  columnPrice: Float64Array
  /** By column its row; the last place holds the row that is looking for a column. */
  rowOf: Int32Array
  cost(row: number, column: number): number
}

function pairRow(row: number, state: Pairing): void {
  const size = state.rowOf.length - 1
  const least = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  const cameFrom = new Int32Array(size).fill(size)
  const isUsed = new Uint8Array(size + 1)
  state.rowOf[size] = row
  let column = size
  while (state.rowOf[column] !== -1) {
    isUsed[column] = 1
    column = nextColumn(column, state, { least, cameFrom, isUsed })
  }
  while (column !== size) {
    const before = cameFrom[column] ?? size
    state.rowOf[column] = state.rowOf[before] ?? -1
    column = before
  }
  state.rowOf[size] = -1
}

interface Search {
  least: Float64Array
  cameFrom: Int32Array
  isUsed: Uint8Array
}

function nextColumn(from: number, state: Pairing, { least, cameFrom, isUsed }: Search): number {
  const size = least.length
  const row = state.rowOf[from] ?? 0
  let best = 0
  let bestLeast = Number.POSITIVE_INFINITY
  for (let column = 0; column < size; column++) {
    if (isUsed[column]) continue
    const reduced = state.cost(row, column) - (state.rowPrice[row] ?? 0) - (state.columnPrice[column] ?? 0)
    if (reduced < (least[column] ?? 0)) {
      least[column] = reduced
      cameFrom[column] = from
    }
    if ((least[column] ?? 0) < bestLeast) {
      bestLeast = least[column] ?? 0
      best = column
    }
  }
  for (let column = 0; column <= size; column++) {
    if (isUsed[column]) {
      const paired = state.rowOf[column] ?? 0
      state.rowPrice[paired] = (state.rowPrice[paired] ?? 0) + bestLeast
      state.columnPrice[column] = (state.columnPrice[column] ?? 0) - bestLeast
    } else if (column < size) least[column] = (least[column] ?? 0) - bestLeast
  }
  return best
}
