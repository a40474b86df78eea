import { PapersGatherer } from '../gather-papers.ts'
import { GAP, OVERVOTE, type Papers } from '../papers.ts'
import type { CsvCells } from './csv-cells.ts'
import { passHeadings, refuseRagged, wholeNumber } from './csv-rows.ts'
import type { CsvShape } from './csv-shape.ts'
import { NameTable } from './name-table.ts'
import type { CsvReading } from './read-papers-csv.ts'
import { sortCandidates } from './sort-candidates.ts'

type RankColumns = Extract<CsvShape, { kind: 'rank columns' }>

const REPORT_EVERY = 1 << 14
const MOST_CANDIDATES = 0x3ffe

/** Cells that say "nobody here" or "several here" in records of votes. */
const UNDERVOTE = /^\$?(?:undervote|skipped|blank)$/i
const OVERVOTES = /^\$?overvote$/i

/** Papers with a column for each rank and names in the cells; an empty cell is a missing rank. */
export function readRankColumns(cells: CsvCells, shape: RankColumns, reading: CsvReading): Papers {
  passHeadings(cells)
  const isRank = new Uint8Array(shape.columns)
  for (const column of shape.ranks) isRank[column] = 1
  return readChoices(cells, reading, {
    isRank: (column) => isRank[column] === 1,
    countColumn: shape.countColumn,
    columns: shape.columns,
  })
}

/** Papers without headings, each line a list of names, best first. */
export function readLists(cells: CsvCells, reading: CsvReading): Papers {
  return readChoices(cells, reading, { isRank: () => true, countColumn: -1, columns: -1 })
}

interface Columns {
  isRank(column: number): boolean
  countColumn: number
  /** -1 where lines may differ in length. */
  columns: number
}

function readChoices(cells: CsvCells, reading: CsvReading, columns: Columns): Papers {
  const gatherer = new PapersGatherer()
  const paper = new ChoicesOfPaper(reading.candidates)
  let papers = 1
  let rows = 0
  while (cells.next()) {
    const column = cells.column - 1
    if (column === columns.countColumn) papers = wholeNumber(cells, 'how many papers')
    else if (columns.isRank(column)) paper.choose(cells)
    if (!cells.isLastInRow) continue
    const isEmptyLine = cells.column === 1 && cells.start === cells.end
    if (isEmptyLine && columns.columns !== 1) continue
    if (columns.columns >= 0 && cells.column !== columns.columns) refuseRagged(cells, columns.columns)
    gatherer.add(paper.marks, paper.marks.length, papers)
    paper.clear()
    papers = 1
    rows += 1
    if (rows % REPORT_EVERY === 0) reading.onProgress?.(cells.offset, cells.bytes.length)
  }
  const papersRead = gatherer.finish({ candidates: paper.names.names })
  return reading.candidates ? papersRead : sortCandidates(papersRead)
}

/** Marks of the paper now being read, from names in the order of ranks. */
export class ChoicesOfPaper {
  readonly names = new NameTable()
  readonly marks: number[] = []
  readonly #areKnown: boolean
  #isGap = false
  #isOver = false

  constructor(candidates: readonly string[] | undefined) {
    this.#areKnown = candidates !== undefined
    for (const name of candidates ?? []) this.names.add(name)
  }

  choose(cells: CsvCells): void {
    if (cells.start === cells.end) {
      this.#isGap = true
      return
    }
    const known = this.names.find(cells)
    if (known >= 0) this.#mark(known)
    else this.#chooseByText(cells)
  }

  /** Makes ready for the next paper. */
  clear(): void {
    this.marks.length = 0
    this.#isGap = false
    this.#isOver = false
  }

  #chooseByText(cells: CsvCells): void {
    const text = cells.text()
    if (text === '' || UNDERVOTE.test(text)) this.#isGap = true
    else if (OVERVOTES.test(text)) {
      this.#mark(OVERVOTE)
      this.#isOver = true
    } else {
      if (this.#areKnown)
        throw cells.problem(`"${text}" is none of the candidates: ${this.names.names.join(', ')}.`)
      if (this.names.names.length >= MOST_CANDIDATES)
        throw cells.problem(
          `There are more than ${MOST_CANDIDATES} different names. Is this a file of papers?`,
        )
      this.#mark(this.names.add(text))
    }
  }

  #mark(candidate: number): void {
    if (this.#isOver) return
    // A name that comes again uses up a rank and says nothing new.
    if (this.marks.some((mark) => (mark & ~GAP) === candidate)) this.#isGap = true
    else {
      this.marks.push(candidate | (this.#isGap ? GAP : 0))
      this.#isGap = false
    }
  }
}
