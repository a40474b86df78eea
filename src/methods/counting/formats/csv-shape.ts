import { CsvCells } from './csv-cells.ts'
import { PaperProblem } from './paper-problem.ts'

/** How papers stand in a CSV file; columns are counted from 0. */
export type CsvShape =
  /** A column a candidate, cells hold the rank. */
  | { kind: 'grid'; columns: number; candidates: { column: number; name: string }[]; countColumn: number }
  /** A column a rank, cells hold the candidate. */
  | { kind: 'rank columns'; columns: number; ranks: number[]; countColumn: number }
  /** No headings: each line lists candidates, best first. */
  | { kind: 'lists' }
  /** A line a mark: paper, rank, candidate. */
  | { kind: 'marks'; columns: number; paper: number; rank: number; choice: number }

const PAPER = /^(?:ballot|paper|voter)(?:[ _-]?(?:id|no|number))?$/i
const CHOICE = /^(?:choice|candidate|name)$/i
const RANK_WORDS = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth'
const RANK_NAME = '(?:choice|rank(?:ing)?|preference|pref)'
const RANK = new RegExp(
  `^(?:${RANK_NAME}[ _-]?)?(?:\\d+(?:st|nd|rd|th)?|${RANK_WORDS})(?:[ _-]?${RANK_NAME})?$`,
  'i',
)
const COUNT = /^(?:count|weight|papers|ballots|votes|number|quantity|number of (?:papers|ballots|votes))$/i
const ASIDE =
  /^(?:id|ballot(?:[ _-]?id)?|paper(?:[ _-]?(?:id|no|number))?|voter(?:[ _-]?id)?|precinct|ward|district|batch|serial|timestamp|no\.?)$/i

/** Tells the shape from the headings and the first papers. */
export function shapeOf(bytes: Uint8Array, delimiter: number): CsvShape {
  const rows = firstRows(bytes, delimiter)
  const [headings = [], ...papers] = rows
  if (headings.length === 0 || (headings.length === 1 && headings[0] === ''))
    throw new PaperProblem(1, 1, 'The file is empty. Give a line of headings and a line for each paper.')
  const columns = headings.length
  const paper = headings.findIndex((heading) => PAPER.test(heading))
  const rank = headings.findIndex((heading) => /^rank$/i.test(heading))
  const choice = headings.findIndex((heading) => CHOICE.test(heading))
  if (columns >= 3 && paper >= 0 && rank >= 0 && choice >= 0)
    return { kind: 'marks', columns, paper, rank, choice }
  const countColumn = headings.findIndex((heading) => COUNT.test(heading))
  const own = headings
    .map((_, column) => column)
    .filter((column) => column !== countColumn && !ASIDE.test(headings[column] ?? ''))
  const cells = papers.flatMap((row) => own.map((column) => row[column] ?? '')).filter((cell) => cell !== '')
  const areNumbers = cells.length > 0 && cells.every((cell) => /^\d+$/.test(cell))
  if (own.length > 0 && own.every((column) => RANK.test(headings[column] ?? ''))) {
    refuseBareNumbers(
      own.map((column) => headings[column] ?? ''),
      areNumbers,
    )
    return { kind: 'rank columns', columns, ranks: own, countColumn }
  }
  if (cells.length > 0 && !cells.some(isRank)) return { kind: 'lists' }
  return { kind: 'grid', columns, candidates: namesIn(headings, own), countColumn }
}

function refuseBareNumbers(headings: readonly string[], areCellsNumbers: boolean): void {
  if (!areCellsNumbers || !headings.every((heading) => /^\d+$/.test(heading))) return
  throw new PaperProblem(
    1,
    1,
    'Headings and cells are all numbers, so nobody can tell ranks from candidates. Head the columns with the candidates’ names (cells: ranks) or with "1st choice", "2nd choice" … (cells: candidates).',
  )
}

/** X and a tick count as rank 1: papers with crosses. */
export function isRank(cell: string): boolean {
  return /^(?:\d+|[xX✓✔])$/.test(cell)
}

function namesIn(headings: readonly string[], columns: readonly number[]) {
  const candidates = columns.map((column) => ({ column, name: headings[column] ?? '' }))
  for (const [i, { column, name }] of candidates.entries()) {
    if (name === '')
      throw new PaperProblem(1, column + 1, 'This column has no heading: write the candidate’s name.')
    if (candidates.findIndex((other) => other.name === name) !== i)
      throw new PaperProblem(1, column + 1, `Two columns are headed "${name}". Tell the candidates apart.`)
  }
  if (candidates.length === 0)
    throw new PaperProblem(1, 1, 'No column stands for a candidate. Head one column for each with the name.')
  return candidates
}

const SAMPLE_ROWS = 200

function firstRows(bytes: Uint8Array, delimiter: number): string[][] {
  const cells = new CsvCells(bytes, delimiter)
  const rows: string[][] = []
  let row: string[] = []
  while (rows.length <= SAMPLE_ROWS && cells.next()) {
    row.push(cells.text())
    if (!cells.isLastInRow) continue
    rows.push(row)
    row = []
  }
  return rows
}
