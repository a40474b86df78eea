import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Counts, type Hidden, LEAST, rangeOf, suppressList, suppressSmall } from './suppress-small.ts'

test('a small cell takes the next smallest with it, so that the sum does not give it back', () => {
  expect(suppressList([120, 3, 40, 9])).toEqual([false, true, false, true])
})

test('two small cells that must both be one are not safe alone', () => {
  expect(suppressList([1, 1, 10, 60])).toEqual([true, true, true, false])
})

test('nothing small, nothing hidden; empty cells tell nobody', () => {
  expect(suppressList([120, 0, 40, 5])).toEqual([false, false, false, false])
})

test('a table that cannot be made safe is withheld whole', () => {
  expect(suppressList([3])).toBeNull()
  expect(suppressList([1, 2])).toBeNull()
})

test('a row hidden by half is closed by a column', () => {
  const counts = [
    [2, 30, 40],
    [50, 60, 70],
  ]
  const hidden = suppressSmall(counts)
  expect(hidden).toEqual([
    [true, true, false],
    [true, true, false],
  ])
  expect(suppressList([4, 4, 4, 400])).toEqual([true, true, true, false])
})

test('property: a list is hidden as a table of one row is', () => {
  const list = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(list, (counts) => {
      expect(suppressList(counts)).toEqual(suppressSmall([counts])?.[0] ?? null)
    }),
  )
})

/** Somebody who knows every shown cell and every margin tries all that could stand in the hidden ones. */
function solve(counts: Counts, hidden: Hidden): Map<string, Set<number>> {
  const cells = hidden.flatMap((row, at) => row.flatMap((is, column) => (is ? [{ row: at, column }] : [])))
  const rows = counts.map((row, at) => sum(row.filter((_, column) => hidden[at]?.[column])))
  const columns = (counts[0] ?? []).map((_, column) =>
    sum(counts.flatMap((row, at) => (hidden[at]?.[column] ? [row[column] ?? 0] : []))),
  )
  const found = new Map(cells.map(({ row, column }) => [`${row},${column}`, new Set<number>()]))
  const isList = counts.length === 1
  const tried: number[] = []
  const go = (at: number): void => {
    const cell = cells[at]
    if (!cell) {
      const isWhole = rows.every((left) => left === 0) && (isList || columns.every((left) => left === 0))
      if (isWhole)
        for (const [i, { row, column }] of cells.entries()) found.get(`${row},${column}`)?.add(tried[i] ?? 0)
      return
    }
    const most = Math.min(rows[cell.row] ?? 0, isList ? 99 : (columns[cell.column] ?? 0))
    for (let value = 1; value <= most; value += 1) {
      rows[cell.row] = (rows[cell.row] ?? 0) - value
      columns[cell.column] = (columns[cell.column] ?? 0) - value
      tried[at] = value
      go(at + 1)
      rows[cell.row] = (rows[cell.row] ?? 0) + value
      columns[cell.column] = (columns[cell.column] ?? 0) + value
    }
  }
  go(0)
  return found
}

const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0)
const shapes = [
  [1, 3],
  [1, 5],
  [2, 2],
  [2, 3],
  [3, 3],
] as const
const tables = fc.constantFrom(...shapes).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
)

test('property: an attacker who solves the equations cannot tell a hidden cell within a range as narrow as the rule', () => {
  fc.assert(
    fc.property(tables, (counts) => {
      const hidden = suppressSmall(counts)
      if (!hidden) return
      for (const [row, cells] of counts.entries())
        for (const [column, count] of cells.entries())
          if (count > 0 && count < LEAST) expect(hidden[row]?.[column]).toBe(true)
      const possible = solve(counts, hidden)
      for (const [cell, values] of possible) {
        const [row = 0, column = 0] = cell.split(',').map(Number)
        expect(rangeOf(counts, hidden, { row, column })).toEqual({
          from: Math.min(...values),
          to: Math.max(...values),
        })
        expect(Math.max(...values) - Math.min(...values)).toBeGreaterThanOrEqual(LEAST - 1)
      }
    }),
    { numRuns: 150, seed: 7 },
  )
})
