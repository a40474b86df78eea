import type { Writable } from 'node:stream'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { stringify as stringifySync } from 'csv-stringify/sync'

export type CsvCell = string | number | bigint | boolean | null | undefined

// The library quotes a cell with a line end only where it is the same as the rows' own.
const format = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ }

/**
 * Writes a table as RFC 4180 CSV in UTF-8. A text cell that a spreadsheet would run as a formula gets an apostrophe
 * before it, as OWASP advises ("CSV injection"); numbers are left as they are.
 */
export async function writeCsv(
  target: Writable,
  columns: readonly string[],
  rows: Iterable<readonly CsvCell[]> | AsyncIterable<readonly CsvCell[]>,
): Promise<void> {
  await pipeline(Readable.from(lines(columns, rows)), stringify(format), target)
}

/** The same for one small table, as text. */
export function csvText(columns: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  return stringifySync(
    [columns, ...rows].map((row) => row.map(cellText)),
    format,
  )
}

/** One row with its line end, as `writeCsv` writes it: for files that are made a piece at a time. */
export function stringCells(row: readonly CsvCell[]): string {
  return stringifySync([row.map(cellText)], format)
}

/** The text with an apostrophe before it where a spreadsheet would take it for a formula. */
export function withoutFormula(text: string): string {
  if (/^[+-]?[\d.,]+%?$/.test(text)) return text
  return /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

async function* lines(
  columns: readonly string[],
  rows: Iterable<readonly CsvCell[]> | AsyncIterable<readonly CsvCell[]>,
) {
  yield columns.map(cellText)
  for await (const row of rows) yield row.map(cellText)
}

function cellText(cell: CsvCell): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'string' ? withoutFormula(cell) : String(cell)
}
