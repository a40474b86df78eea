import { PapersGatherer } from '../gather-papers.ts'
import { EQUAL, GAP, type Papers } from '../papers.ts'
import type { CsvCells } from './csv-cells.ts'
import { passHeadings, refuseRagged, wholeNumber } from './csv-rows.ts'
import type { CsvShape } from './csv-shape.ts'
import type { CsvReading } from './read-papers-csv.ts'

type Grid = Extract<CsvShape, { kind: 'grid' }>

const REPORT_EVERY = 1 << 14

/** Papers with a column for each candidate and ranks in the cells. */
export function readGrid(cells: CsvCells, shape: Grid, { onProgress }: CsvReading): Papers {
  passHeadings(cells)
  const gatherer = new PapersGatherer()
  const size = shape.candidates.length
  const candidateAt = new Int32Array(shape.columns).fill(-1)
  for (const [candidate, { column }] of shape.candidates.entries()) candidateAt[column] = candidate
  const ranks = new Uint32Array(size)
  const marks = new Uint16Array(size)
  const ranked = new Uint16Array(size + 1)
  let papers = 1
  let rows = 0
  while (cells.next()) {
    const column = cells.column - 1
    const candidate = candidateAt[column] ?? -1
    if (candidate >= 0) ranks[candidate] = rankIn(cells)
    else if (column === shape.countColumn) papers = wholeNumber(cells, 'how many papers')
    if (!cells.isLastInRow) continue
    if (cells.column !== shape.columns) {
      if (cells.column === 1 && cells.start === cells.end) continue
      refuseRagged(cells, shape.columns)
    }
    gatherer.add(marks, marksOf(ranks, marks, ranked), papers)
    papers = 1
    rows += 1
    if (rows % REPORT_EVERY === 0) onProgress?.(cells.offset, cells.bytes.length)
  }
  return gatherer.finish({ candidates: shape.candidates.map(({ name }) => name) })
}

/** 0 for an empty cell; a cross or tick is rank 1. */
function rankIn(cells: CsvCells): number {
  const { bytes, start, end } = cells
  if (start === end) return 0
  let rank = 0
  for (let i = start; i < end; i += 1) {
    const digit = (bytes[i] ?? 0) - 0x30
    if (digit < 0 || digit > 9 || rank > 0xffffff) return crossIn(cells)
    rank = rank * 10 + digit
  }
  return rank
}

function crossIn(cells: CsvCells): number {
  const text = cells.text()
  if (text === '' || /^[xX✓✔]$/.test(text)) return text === '' ? 0 : 1
  throw cells.problem(
    `"${text}" is no rank: write 1 for the first preference, 2 for the second …, or leave it empty.`,
  )
}

/** Ranks by candidate → marks in order; answers how many. The usual case, ranks 1 … k once each, needs no sorting. */
function marksOf(ranks: Uint32Array, marks: Uint16Array, ranked: Uint16Array): number {
  let given = 0
  let isPlain = true
  ranked.fill(0)
  for (let candidate = 0; candidate < ranks.length; candidate += 1) {
    const rank = ranks[candidate] ?? 0
    if (rank === 0) continue
    given += 1
    if (rank > ranks.length || ranked[rank] !== 0) isPlain = false
    else ranked[rank] = candidate + 1
  }
  for (let rank = 1; isPlain && rank <= given; rank += 1) {
    const candidate = ranked[rank] ?? 0
    if (candidate === 0) isPlain = false
    else marks[rank - 1] = candidate - 1
  }
  return isPlain ? given : irregularMarks(ranks, marks)
}

function irregularMarks(ranks: Uint32Array, marks: Uint16Array): number {
  const given = [...ranks.keys()].filter((candidate) => ranks[candidate] !== 0)
  given.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b)
  let before = 0
  let used = 0
  for (const [i, candidate] of given.entries()) {
    const rank = ranks[candidate] ?? 0
    const isEqual = i > 0 && rank === before
    // Two at rank 1 leave no rank 2 to be missed: 1, 1, 3 has no gap, and 1, 1, 2 none either.
    const isGap = !isEqual && rank > used + 1
    marks[i] = candidate | (isEqual ? EQUAL : 0) | (isGap ? GAP : 0)
    used = isEqual ? used + 1 : rank
    before = rank
  }
  return given.length
}
