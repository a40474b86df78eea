import { OperatorError } from '../operator-error.ts'

/** What is wrong in a table, and where: `line` and `column` start at 1, as a spreadsheet shows them. */
export interface CsvProblem {
  line: number
  /** Number of the column, absent when the whole line is meant. */
  column?: number
  /** Heading of that column, when there is one. */
  heading?: string
  /** What is wrong and what would be right, as one sentence without the place. */
  reason: string
}

/** Thrown where a reader was given no `onProblem`: the first complaint ends the reading. */
export class CsvProblemError extends OperatorError {
  override name = 'CsvProblemError'
  readonly problem: CsvProblem

  constructor(problem: CsvProblem, fileName: string) {
    super(describeProblem(problem, fileName))
    this.problem = problem
  }
}

/** `votes.csv, line 7, column 3 (vote): "x" is not a vote: write 1, 0 or -1.` */
export function describeProblem(problem: CsvProblem, fileName: string): string {
  const heading = problem.heading ? ` (${problem.heading})` : ''
  const column = problem.column ? `, column ${problem.column}${heading}` : ''
  return `${fileName}, line ${problem.line}${column}: ${problem.reason}`
}
