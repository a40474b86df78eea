/** A sparse matrix by rows: row `r` holds `columns[starts[r] .. starts[r + 1])` with their `values`. */
export interface SparseRows {
  readonly height: number
  readonly width: number
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly values: Float32Array
}

/** A dense matrix by rows: `values[r * width + c]`. */
export interface DenseRows {
  readonly height: number
  readonly width: number
  readonly values: Float32Array
}

export function denseRows(height: number, width: number): DenseRows {
  return { height, width, values: new Float32Array(height * width) }
}

/** The rows at `chosen`, in that order. */
export function pickRows(from: SparseRows, chosen: Int32Array): SparseRows {
  const starts = new Int32Array(chosen.length + 1)
  chosen.forEach((row, at) => {
    starts[at + 1] = (starts[at] ?? 0) + (from.starts[row + 1] ?? 0) - (from.starts[row] ?? 0)
  })
  const columns = new Int32Array(starts[chosen.length] ?? 0)
  const values = new Float32Array(columns.length)
  chosen.forEach((row, at) => {
    const [begin, end] = [from.starts[row] ?? 0, from.starts[row + 1] ?? 0]
    columns.set(from.columns.subarray(begin, end), starts[at])
    values.set(from.values.subarray(begin, end), starts[at])
  })
  return { height: chosen.length, width: from.width, starts, columns, values }
}

/** `sparse` (n × m) times `dense` (m × k): n × k. */
export function multiply(sparse: SparseRows, dense: DenseRows): DenseRows {
  const { width } = dense
  const result = denseRows(sparse.height, width)
  for (let row = 0; row < sparse.height; row++) {
    const to = row * width
    for (let at = sparse.starts[row] ?? 0; at < (sparse.starts[row + 1] ?? 0); at++) {
      const from = (sparse.columns[at] ?? 0) * width
      const value = sparse.values[at] ?? 0
      for (let k = 0; k < width; k++) {
        result.values[to + k] = (result.values[to + k] ?? 0) + value * (dense.values[from + k] ?? 0)
      }
    }
  }
  return result
}

/** Makes every row as long as 1, in place; an empty row stays empty. */
export function toUnitRows(rows: DenseRows): DenseRows {
  const { width, values } = rows
  for (let row = 0; row < rows.height; row++) {
    const one = values.subarray(row * width, (row + 1) * width)
    let square = 0
    for (let k = 0; k < width; k++) square += (one[k] ?? 0) ** 2
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0
    for (let k = 0; k < width; k++) one[k] = (one[k] ?? 0) * scale
  }
  return rows
}

/** The dense rows at `chosen`, in that order. */
export function pickDenseRows({ width, values }: DenseRows, chosen: Int32Array): DenseRows {
  const picked = denseRows(chosen.length, width)
  chosen.forEach((row, at) => {
    picked.values.set(values.subarray(row * width, (row + 1) * width), at * width)
  })
  return picked
}

/** Rows of length 1 side by side, still of length 1: cosines are mixed, `share` of the first to the rest of the second. */
export function besideEachOther(first: DenseRows, second: DenseRows, share: number): DenseRows {
  const both = denseRows(first.height, first.width + second.width)
  const [one, other] = [Math.sqrt(share), Math.sqrt(1 - share)]
  for (let row = 0; row < both.height; row++) {
    const to = row * both.width
    for (let k = 0; k < first.width; k++)
      both.values[to + k] = one * (first.values[row * first.width + k] ?? 0)
    for (let k = 0; k < second.width; k++) {
      both.values[to + first.width + k] = other * (second.values[row * second.width + k] ?? 0)
    }
  }
  return toUnitRows(both)
}
