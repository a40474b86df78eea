/** A row of a table that somebody else has read: its line in the file, its cells, and the headings above them. */
export interface Row {
  line: number
  columns: readonly string[]
  cells: readonly string[]
}

/** What is wrong in a table, and where; lines and columns count from 1. */
export interface TableProblem {
  line: number
  column?: number
  heading?: string
  reason: string
}

export function problemAt(row: Row, heading: string, reason: string): TableProblem {
  return { line: row.line, column: row.columns.indexOf(heading) + 1, heading, reason }
}
