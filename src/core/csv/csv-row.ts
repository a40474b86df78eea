import type { CsvProblem } from './csv-problem.ts'

/** One row of a table, with the means to complain about a cell. */
export class CsvRow {
  /** Line on which the row begins, the first being 1. */
  readonly line: number
  readonly cells: readonly string[]
  readonly columns: readonly string[]

  constructor(line: number, cells: readonly string[], columns: readonly string[]) {
    this.line = line
    this.cells = cells
    this.columns = columns
  }

  /** The cell under a heading, `''` where there is none such. */
  cell(heading: string): string {
    return this.cells[this.columns.indexOf(heading)] ?? ''
  }

  /** The row as heading → cell. Slower than `cells`; for zod and the like. */
  asRecord(): Record<string, string> {
    return Object.fromEntries(this.columns.map((heading, index) => [heading, this.cells[index] ?? '']))
  }

  /** A complaint about one cell; `reason` says what would be right. */
  problem(heading: string, reason: string): CsvProblem {
    const index = this.columns.indexOf(heading)
    return index < 0
      ? { line: this.line, heading, reason }
      : { line: this.line, column: index + 1, heading, reason }
  }
}
