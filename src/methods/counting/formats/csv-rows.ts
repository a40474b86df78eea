import { CsvCells, delimiterOf } from './csv-cells.ts'

/** Passes the first line. */
export function passHeadings(cells: CsvCells): void {
  while (cells.next()) if (cells.isLastInRow) return
}

export function refuseRagged(cells: CsvCells, columns: number): never {
  throw cells.problem(
    `This line has ${cells.column} cells where the headings have ${columns}. Give every line the same number, empty ones included.`,
  )
}

export function wholeNumber(cells: CsvCells, what: string): number {
  const text = cells.text()
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw cells.problem(`"${text}" is not ${what}: write a whole number.`)
}

/** All cells of a CSV file as texts, for small or awkward tables. */
export function csvRows(bytes: Uint8Array): string[][] {
  const cells = new CsvCells(bytes, delimiterOf(bytes))
  const rows: string[][] = []
  let row: string[] = []
  while (cells.next()) {
    row.push(cells.text())
    if (!cells.isLastInRow) continue
    rows.push(row)
    row = []
  }
  return rows
}
