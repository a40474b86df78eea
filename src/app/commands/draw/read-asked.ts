import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Terminal } from '#core/cli/command.ts'
import { CsvProblemError, describeProblem } from '#core/csv/csv-problem.ts'
import type { CsvRow } from '#core/csv/csv-row.ts'
import { readCsv } from '#core/csv/read-csv.ts'
import { OperatorError } from '#core/operator-error.ts'
import { type Person, type Quota, readPool, readQuotas } from '#methods/sortition/index.ts'

export interface Asked {
  pool: Person[]
  quotas: Quota[]
  size: number
}

interface Files {
  categories: string | undefined
  respondents: string | undefined
  id: string | undefined
  household: string | undefined
}

/** Quotas and people from their files; undefined after every problem has been said with its line and column. */
export async function readAsked(files: Files, size: number, terminal: Terminal): Promise<Asked | undefined> {
  const { categories = '', respondents = '' } = files
  const quotas = readQuotas(await rowsOf(categories))
  if (!quotas.ok) return complain(terminal, categories, quotas.problems)
  const columns = { ...(files.id ? { id: files.id } : {}), household: listOf(files.household) }
  const pool = readPool(await rowsOf(respondents), quotas.quotas, columns)
  if (!pool.ok) return complain(terminal, respondents, pool.problems)
  return { quotas: quotas.quotas, pool: pool.pool, size }
}

/** `A, B` as two headings. */
export function listOf(text: string | undefined): string[] {
  return (text ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
}

/** All rows of a file, or an `OperatorError` that says what is wrong with it and where. */
export async function rowsOf(file: string): Promise<CsvRow[]> {
  const found = await stat(file).catch(() => undefined)
  if (!found) throw new OperatorError(`There is no file ${file}.`)
  if (!found.isFile()) throw new OperatorError(`${file} is no file: name a CSV file.`)
  try {
    const rows: CsvRow[] = []
    for await (const row of readCsv(file)) rows.push(row)
    return rows
  } catch (error) {
    if (error instanceof CsvProblemError) throw new OperatorError(error.message)
    throw error
  }
}

const MOST_SAID = 20

function complain(
  terminal: Terminal,
  file: string,
  problems: Parameters<typeof describeProblem>[0][],
): undefined {
  for (const problem of problems.slice(0, MOST_SAID)) terminal.err(describeProblem(problem, basename(file)))
  if (problems.length > MOST_SAID) terminal.err(`… and ${problems.length - MOST_SAID} more.`)
}
