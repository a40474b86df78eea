import { problemAt, type Row, type TableProblem } from './row.ts'

/** How many of the panel must have this value of this category: at least `min`, at most `max`. */
export interface Quota {
  category: string
  value: string
  min: number
  max: number
  /** Line of the file it was read from, for messages. */
  line?: number
}

export type ReadQuotas = { ok: true; quotas: Quota[] } | { ok: false; problems: TableProblem[] }

/** The two ways organisers head this file, and the plain one. */
const headings = [
  { category: 'category', value: 'feature' },
  { category: 'feature', value: 'value' },
  { category: 'category', value: 'value' },
] as const

/**
 * Quotas from the rows of a file headed `category,feature,min,max` or `feature,value,min,max` (with or without
 * `min_flex,max_flex`, which this method leaves alone). Every complaint names line and column.
 */
export function readQuotas(rows: readonly Row[]): ReadQuotas {
  const columns = rows[0]?.columns ?? []
  const heading = headings.find(
    ({ category, value }) => columns.includes(category) && columns.includes(value),
  )
  if (!heading || !columns.includes('min') || !columns.includes('max'))
    return { ok: false, problems: [wrongHeadings(rows)] }
  const problems: TableProblem[] = []
  const quotas = rows.flatMap((row) => quotaFrom(row, heading, problems))
  complainOfTwins(rows, quotas, problems)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, quotas }
}

/** The categories in the order of the file. */
export function categoriesOf(quotas: readonly Quota[]): string[] {
  return [...new Set(quotas.map(({ category }) => category))]
}

function wrongHeadings(rows: readonly Row[]): TableProblem {
  if (rows.length === 0)
    return { line: 1, reason: 'There are no quotas: write one line for each value of each category.' }
  const has = rows[0]?.columns.join(', ') ?? ''
  return {
    line: 1,
    reason: `The headings must be category,feature,min,max or feature,value,min,max. It has: ${has}.`,
  }
}

function quotaFrom(
  row: Row,
  heading: { category: string; value: string },
  problems: TableProblem[],
): Quota[] {
  const before = problems.length
  const category = wordIn(row, heading.category, problems)
  const value = wordIn(row, heading.value, problems)
  const min = wholeNumberIn(row, 'min', problems)
  const max = wholeNumberIn(row, 'max', problems)
  if (problems.length > before) return []
  if (min > max) {
    problems.push(problemAt(row, 'min', `The least, ${min}, is above the most, ${max}: swap or mend them.`))
    return []
  }
  return [{ category, value, min, max, line: row.line }]
}

function wordIn(row: Row, heading: string, problems: TableProblem[]): string {
  const word = cellOf(row, heading)
  if (word === '') problems.push(problemAt(row, heading, 'This cell is empty: write a name.'))
  return word
}

function wholeNumberIn(row: Row, heading: string, problems: TableProblem[]): number {
  const text = cellOf(row, heading)
  if (/^\d{1,9}$/.test(text)) return Number(text)
  problems.push(problemAt(row, heading, `"${text}" is no number of people: write a whole number from 0 up.`))
  return 0
}

function complainOfTwins(rows: readonly Row[], quotas: readonly Quota[], problems: TableProblem[]) {
  const seen = new Map<string, number>()
  for (const { category, value, line } of quotas) {
    const key = JSON.stringify([category, value])
    const first = seen.get(key)
    const row = rows.find((candidate) => candidate.line === line)
    if (first !== undefined && row)
      problems.push({
        line: row.line,
        reason: `${category} = ${value} already stands in line ${first}: keep one of them.`,
      })
    if (first === undefined) seen.set(key, line ?? 0)
  }
}

function cellOf(row: Row, heading: string): string {
  return (row.cells[row.columns.indexOf(heading)] ?? '').trim()
}
