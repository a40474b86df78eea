import { isUtf8 } from 'node:buffer'
import type { Papers } from '../papers.ts'
import { CsvCells, delimiterOf } from './csv-cells.ts'
import { readLists, readRankColumns } from './csv-choices.ts'
import { readGrid } from './csv-grid.ts'
import { readMarks } from './csv-marks.ts'
import { shapeOf } from './csv-shape.ts'
import { textOf } from './paper-problem.ts'

export interface CsvReading {
  /** Candidates known beforehand; another name in a cell is then refused. Without it they are found, and sorted. */
  candidates?: readonly string[] | undefined
  /** Told how many bytes have been read, now and then. */
  onProgress?: ((done: number, total: number) => void) | undefined
}

/**
 * Reads papers from CSV in any of four shapes, told apart by the headings: a column a candidate with ranks in the cells;
 * a column a rank with names in the cells; lists of names without headings; or a line a mark (`ballot_id,rank,choice`).
 * A column headed `count` says how many such papers there are. Columns such as `id` and `precinct` are passed over.
 */
export function readPapersCsv(bytes: Uint8Array, reading: CsvReading = {}): Papers {
  if (!isUtf8(bytes) || bytes.subarray(0, 2).includes(0xff)) textOf(bytes)
  const delimiter = delimiterOf(bytes)
  const shape = shapeOf(bytes, delimiter)
  const cells = new CsvCells(bytes, delimiter)
  if (shape.kind === 'grid') return readGrid(cells, shape, reading)
  if (shape.kind === 'rank columns') return readRankColumns(cells, shape, reading)
  if (shape.kind === 'lists') return readLists(cells, reading)
  return readMarks(cells, shape, reading)
}
