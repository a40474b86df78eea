import { Readable } from 'node:stream'
import { CsvProblemError } from '#core/csv/csv-problem.ts'
import { readCsv } from '#core/csv/read-csv.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { partnerMessages as m } from './messages.ts'
import type { PartnerRow, RowProblem } from './partner-row.ts'

export const MOST_ROWS = 10_000

export type Rows = { ok: true; rows: PartnerRow[]; problems: RowProblem[] } | { ok: false; message: string }

/** The rows of a request: a list in JSON, a table as the whole body, or a table as a file. */
export async function readRows(x: Exchange): Promise<Rows> {
  const { answers, text } = x.form
  const [file] = x.files
  const rows = Array.isArray(answers)
    ? { rows: answers.map(rowOfObject), problems: [] }
    : await tableOf(file ? file.bytes : typeof text === 'string' ? Buffer.from(text) : null)
  if (rows === null) return { ok: false, message: x.t(m.noRows) }
  if (typeof rows === 'string') return { ok: false, message: x.t(m.unreadable, { reason: rows }) }
  if (rows.rows.length + rows.problems.length === 0) return { ok: false, message: x.t(m.noRows) }
  if (rows.rows.length > MOST_ROWS) return { ok: false, message: x.t(m.tooManyRows, { most: MOST_ROWS }) }
  return { ok: true, ...rows }
}

function rowOfObject(value: unknown, at: number): PartnerRow {
  const cells = typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : new Map()
  return { line: at + 1, cell: (name) => textOf(cells.get(name)) }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(';')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

async function tableOf(
  bytes: Buffer | null,
): Promise<{ rows: PartnerRow[]; problems: RowProblem[] } | string | null> {
  if (bytes === null) return null
  const rows: PartnerRow[] = []
  const problems: RowProblem[] = []
  const onProblem = ({
    line,
    column,
    heading,
    reason,
  }: {
    line: number
    column?: number
    heading?: string
    reason: string
  }) => void problems.push({ line, column: heading ?? String(column ?? ''), message: reason })
  try {
    for await (const row of readCsv(Readable.from([bytes]), { required: ['id'], onProblem })) {
      rows.push({ line: row.line, cell: (name) => row.cell(name) })
      if (rows.length > MOST_ROWS) break
    }
  } catch (error) {
    if (error instanceof CsvProblemError) return error.message
    throw error
  }
  return { rows, problems }
}
