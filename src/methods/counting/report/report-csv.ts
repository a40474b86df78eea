import type { Result, ResultTable } from '../result.ts'
import { resultSheet } from './result-sheet.ts'

/** The result sheet and every table of the count as rows for a CSV file, an empty row between them. */
export function reportRows(result: Result): (string | number)[][] {
  const tables: ResultTable[] = [resultSheet(result), ...result.tables]
  return [
    ['Election', result.title],
    ['Rules', result.rules],
    ['Places', result.places],
    ['Valid papers', result.papers.valid],
    ...Object.entries(result.papers.spoiledBy).map(([reason, count]) => [`Spoiled: ${reason}`, count]),
    ...(result.quota === null ? [] : [['Quota', result.quota]]),
    ['Elected', result.elected.join('; ')],
    ...tables.flatMap(({ title, headings, rows }) => [
      [],
      [title],
      headings,
      ...rows.map((row) => row.map(plainSign)),
    ]),
  ]
}

/** A spreadsheet reads a hyphen as minus, not the sign of print. */
function plainSign(cell: string | number): string | number {
  return typeof cell === 'string' && /^−[\d.]+$/.test(cell) ? cell.replace('−', '-') : cell
}
