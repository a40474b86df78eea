/**
 * Adjusted mutual information of two partitions: 1 for the same partition, about 0 for partitions that have nothing to do
 * with each other, whatever the number of parts (Vinh, Epps, Bailey 2010, "Information theoretic measures for clusterings
 * comparison", JMLR 11, with the arithmetic mean of the entropies, their AMI_sum).
 *
 * @param first one label for each item; @param second as many, in the same order.
 */
export function adjustedMutualInformation(first: readonly unknown[], second: readonly unknown[]): number {
  if (first.length !== second.length) {
    throw new RangeError(
      `Two partitions of one corpus are as long: ${first.length} and ${second.length} labels.`,
    )
  }
  const { rows, columns, cells } = crossTable(first, second)
  const items = first.length
  const most = (entropy(rows, items) + entropy(columns, items)) / 2
  if ((rows.length <= 1 && columns.length <= 1) || items === 0) return 1
  const expected = expectedInformation(rows, columns, items)
  const room = most - expected
  const found = information({ rows, columns, cells }, items) - expected
  return Math.abs(room) < 1e-12 ? (Math.abs(found) < 1e-12 ? 1 : 0) : found / room
}

interface CrossTable {
  rows: number[]
  columns: number[]
  /** Counts by `row * columns.length + column`. */
  cells: Map<number, number>
}

function crossTable(first: readonly unknown[], second: readonly unknown[]): CrossTable {
  const [firstNumbers, secondNumbers] = [numbered(first), numbered(second)]
  const rows = countsOf(firstNumbers)
  const columns = countsOf(secondNumbers)
  const cells = new Map<number, number>()
  firstNumbers.forEach((row, item) => {
    const key = row * columns.length + (secondNumbers[item] ?? 0)
    cells.set(key, (cells.get(key) ?? 0) + 1)
  })
  return { rows, columns, cells }
}

function numbered(labels: readonly unknown[]): number[] {
  const numbers = new Map<unknown, number>()
  return labels.map((label) => {
    const number = numbers.get(label) ?? numbers.size
    numbers.set(label, number)
    return number
  })
}

function countsOf(numbers: readonly number[]): number[] {
  const counts: number[] = []
  for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1
  return counts
}

function entropy(counts: readonly number[], items: number): number {
  return counts.reduce((sum, count) => sum - (count / items) * Math.log(count / items), 0)
}

function information({ rows, columns, cells }: CrossTable, items: number): number {
  let sum = 0
  for (const [key, count] of cells) {
    const row = rows[Math.floor(key / columns.length)] ?? 0
    const column = columns[key % columns.length] ?? 0
    sum += (count / items) * Math.log((items * count) / (row * column))
  }
  return sum
}

/** The mean over all partitions with these sizes (equation 24a there), sizes that repeat worked out once. */
function expectedInformation(rows: readonly number[], columns: readonly number[], items: number): number {
  const logFactorials = logFactorialsTo(items)
  const [rowSizes, columnSizes] = [repeats(rows), repeats(columns)]
  let sum = 0
  for (const [row, rowTimes] of rowSizes) {
    for (const [column, columnTimes] of columnSizes) {
      sum += rowTimes * columnTimes * expectedCell(row, column, logFactorials)
    }
  }
  return sum
}

function expectedCell(row: number, column: number, logFactorials: Float64Array): number {
  const items = logFactorials.length - 1
  const log = (value: number) => logFactorials[value] ?? 0
  const fixed = log(row) + log(column) + log(items - row) + log(items - column) - log(items)
  let sum = 0
  for (let both = Math.max(1, row + column - items); both <= Math.min(row, column); both++) {
    const chance = fixed - log(both) - log(row - both) - log(column - both) - log(items - row - column + both)
    sum += (both / items) * Math.log((items * both) / (row * column)) * Math.exp(chance)
  }
  return sum
}

function repeats(sizes: readonly number[]): Map<number, number> {
  const times = new Map<number, number>()
  for (const size of sizes) times.set(size, (times.get(size) ?? 0) + 1)
  return times
}

function logFactorialsTo(last: number): Float64Array {
  const logs = new Float64Array(last + 1)
  for (let value = 2; value <= last; value++) logs[value] = (logs[value - 1] ?? 0) + Math.log(value)
  return logs
}
