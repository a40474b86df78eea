import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { type CsvError, type Info, parse } from 'csv-parse'
import { nearestWord } from '../cli/nearest-word.ts'
import { type CsvProblem, CsvProblemError } from './csv-problem.ts'
import { CsvRow } from './csv-row.ts'
import { decodeText, TextProblem } from './decode-text.ts'
import { delimiterOf } from './delimiter.ts'

export interface CsvOptions {
  /** Headings the file must have; others may stand beside them. */
  required?: readonly string[]
  /** False: the first line is a row like any other. Default: true. */
  hasHeadings?: boolean
  /** Default: whichever of comma, semicolon, tab or bar the first line uses most. */
  delimiter?: string
  /** Given: bad rows are reported here and left out, good rows go on. Absent: the first bad row throws. */
  onProblem?: (problem: CsvProblem) => void
  /** Told after each piece read, for a progress bar. `total` is 0 where it is not known. */
  onBytes?: (read: number, total: number) => void
  /** How messages call the file. Default: its own name, or "the table". */
  fileName?: string
}

interface ParsedRecord {
  record: string[]
  info: Info
}

interface Reading {
  columns: readonly string[]
  options: CsvOptions
  complain: (problem: CsvProblem) => void
}

/** 1 MB: no row of ours is longer; a lost quotation mark is found before it swallows a big file. */
const MAX_ROW_BYTES = 1_048_576

/**
 * Reads a table row by row without holding it: UTF-8 with or without byte order mark, Unix or Windows line ends,
 * any of `, ; tab |` between cells. Blank lines are passed over. Every complaint names line and column.
 *
 * Errors: `CsvProblemError` for what is wrong in the file as a whole (encoding, headings, emptiness), always;
 * for a bad row only where `onProblem` is absent.
 */
export async function* readCsv(
  source: string | AsyncIterable<Uint8Array>,
  options: CsvOptions = {},
): AsyncGenerator<CsvRow> {
  const fileName = options.fileName ?? (typeof source === 'string' ? basename(source) : 'the table')
  const refuse = (problem: CsvProblem): never => {
    throw new CsvProblemError(problem, fileName)
  }
  const reading: Reading = { columns: [], options, complain: options.onProblem ?? refuse }
  let isEmpty = true
  for await (const { record, info } of recordsOf(source, reading, refuse)) {
    if (record.length === 1 && record[0]?.trim() === '') continue
    const line = firstLineOf(record, info)
    if (isEmpty) reading.columns = headingsFrom(record, line, { options, refuse })
    const isHeading = isEmpty && options.hasHeadings !== false
    isEmpty = false
    if (!isHeading && isWidthRight(record, line, reading)) yield new CsvRow(line, record, reading.columns)
  }
  if (isEmpty) refuse({ line: 1, reason: 'The file is empty. It needs a first line with the headings.' })
}

async function* recordsOf(
  source: string | AsyncIterable<Uint8Array>,
  reading: Reading,
  refuse: (problem: CsvProblem) => never,
): AsyncGenerator<ParsedRecord> {
  try {
    const pieces = decodeText(await bytesOf(source, reading.options))
    const first = await pieces.next()
    if (first.done) return
    const delimiter = reading.options.delimiter ?? delimiterOf(first.value)
    const parser = parserFor(delimiter, reading)
    const text = Readable.from(chain(first.value, pieces))
    text.on('error', (error) => parser.destroy(error))
    yield* text.pipe(parser)
  } catch (error) {
    if (error instanceof TextProblem) refuse(error.problem)
    throw error
  }
}

function parserFor(delimiter: string, { complain }: Reading) {
  const parser = parse({
    delimiter,
    info: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: MAX_ROW_BYTES,
  })
  parser.on('skip', (error) => {
    if (!error) return
    try {
      complain(quotingProblem(error))
    } catch (refusal) {
      parser.destroy(refusal instanceof Error ? refusal : new Error(String(refusal)))
    }
  })
  return parser
}

function quotingProblem(error: CsvError): CsvProblem {
  const line = numberOr(error.lines, 1)
  const column = numberOr(error.index, 0) + 1
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return { line, column, reason: 'A quotation mark " opens here and never closes: close it, or double it.' }
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return {
      line,
      column,
      reason: 'The row is over 1 MB: a quotation mark " before it is probably not closed.',
    }
  return {
    line,
    column,
    reason: 'A quotation mark " stands inside a cell: double it ("") and put the whole cell between marks.',
  }
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}

async function bytesOf(source: string | AsyncIterable<Uint8Array>, { onBytes }: CsvOptions) {
  const total = typeof source === 'string' ? (await stat(source)).size : 0
  const stream = typeof source === 'string' ? createReadStream(source) : source
  return counted(stream, total, onBytes)
}

async function* counted(stream: AsyncIterable<Uint8Array>, total: number, onBytes: CsvOptions['onBytes']) {
  let read = 0
  for await (const piece of stream) {
    read += piece.length
    onBytes?.(read, total)
    yield piece
  }
}

async function* chain(first: string, rest: AsyncGenerator<string>) {
  yield first
  yield* rest
}

/** The parser counts where a row ends; people look for where it begins. */
function firstLineOf(record: readonly string[], info: Info): number {
  const breaks = record.reduce(
    (sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0),
    0,
  )
  return info.lines - breaks
}

function headingsFrom(
  record: readonly string[],
  line: number,
  { options, refuse }: { options: CsvOptions; refuse: (problem: CsvProblem) => never },
): readonly string[] {
  if (options.hasHeadings === false) return record.map((_, index) => String(index + 1))
  const columns = record.map((heading) => heading.trim())
  const twice = columns.findIndex((heading, index) => heading !== '' && columns.indexOf(heading) !== index)
  if (twice >= 0) {
    const heading = columns[twice] ?? ''
    refuse({ line, column: twice + 1, heading, reason: 'This heading stands twice: each may stand once.' })
  }
  for (const wanted of options.required ?? []) {
    if (!columns.includes(wanted)) refuse({ line, reason: missingHeading(wanted, columns) })
  }
  return columns
}

function missingHeading(wanted: string, columns: readonly string[]): string {
  const near = nearestWord(wanted, columns)
  const hint = near ? `"${near}" is near it: rename it.` : `It has: ${columns.join(', ')}.`
  return `The heading "${wanted}" is missing. ${hint}`
}

function isWidthRight(record: readonly string[], line: number, { columns, complain }: Reading): boolean {
  if (record.length === columns.length) return true
  const cells = record.length === 1 ? '1 cell' : `${record.length} cells`
  const column = Math.min(record.length, columns.length) + 1
  complain({
    line,
    column,
    reason: `The row has ${cells}, the first line has ${columns.length}: make them equal.`,
  })
  return false
}
