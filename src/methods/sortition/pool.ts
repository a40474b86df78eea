import { categoriesOf, type Quota } from './quotas.ts'
import { problemAt, type Row, type TableProblem } from './row.ts'

/** One person who is willing to serve. */
export interface Person {
  id: string
  /** Their value of each category, in the order of the categories of the quotas. */
  values: readonly string[]
  /** Whom they live with: people of one household are never drawn together. Absent: alone, or not asked. */
  household?: string
}

export interface PoolColumns {
  /** Heading of the column with the ids. Default: `id` or `nationbuilder_id`, else people are numbered from 1. */
  id?: string
  /** Headings that together tell households apart, such as the address and the postcode. Default: none. */
  household?: readonly string[]
}

export type ReadPool = { ok: true; pool: Person[] } | { ok: false; problems: TableProblem[] }

const usualIds = ['id', 'nationbuilder_id']

/** A longer list of complaints helps nobody: the first hundred show the pattern. */
const MOST_PROBLEMS = 100

/** People from the rows of a file with one column for each category; other columns are passed over. */
export function readPool(
  rows: readonly Row[],
  quotas: readonly Quota[],
  columns: PoolColumns = {},
): ReadPool {
  const first = rows[0]
  if (!first)
    return {
      ok: false,
      problems: [{ line: 1, reason: 'There is nobody in the pool: write one line a person.' }],
    }
  const categories = categoriesOf(quotas)
  const wanted = [...categories, ...(columns.id ? [columns.id] : []), ...(columns.household ?? [])]
  const missing = wanted.filter((heading) => !first.columns.includes(heading))
  if (missing.length > 0)
    return { ok: false, problems: missing.map((heading) => missingColumn(heading, first)) }
  const reading: Reading = {
    categories,
    columns: { id: idColumn(first, columns), household: columns.household },
    known: valuesOf(quotas),
    seen: new Map(),
    problems: [],
  }
  const pool = rows.map((row, index) => personFrom(row, index, reading))
  const { problems } = reading
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, MOST_PROBLEMS) } : { ok: true, pool }
}

interface Reading {
  categories: readonly string[]
  columns: PoolColumns
  known: ReadonlyMap<string, ReadonlySet<string>>
  seen: Map<string, number>
  problems: TableProblem[]
}

function idColumn(first: Row, columns: PoolColumns): string | undefined {
  return columns.id ?? usualIds.find((heading) => first.columns.includes(heading))
}

function valuesOf(quotas: readonly Quota[]): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>()
  for (const { category, value } of quotas) known.set(category, (known.get(category) ?? new Set()).add(value))
  return known
}

function missingColumn(heading: string, first: Row): TableProblem {
  return { line: 1, reason: `The heading "${heading}" is missing. It has: ${first.columns.join(', ')}.` }
}

function personFrom(row: Row, index: number, reading: Reading): Person {
  const { categories, columns } = reading
  const id = columns.id ? cellOf(row, columns.id) : String(index + 1)
  complainOfId(row, id, reading)
  const values = categories.map((category) => valueIn(row, category, reading))
  const household = (columns.household ?? []).map((heading) => plain(cellOf(row, heading)))
  return household.some((part) => part !== '')
    ? { id, values, household: household.join(' | ') }
    : { id, values }
}

function complainOfId(row: Row, id: string, { columns, seen, problems }: Reading) {
  if (!columns.id) return
  const first = seen.get(id)
  if (id === '')
    problems.push(problemAt(row, columns.id, 'The id is missing: give each person one of their own.'))
  else if (first !== undefined)
    problems.push(
      problemAt(
        row,
        columns.id,
        `"${id}" already stands in line ${first}: give each person an id of their own.`,
      ),
    )
  else seen.set(id, row.line)
}

function valueIn(row: Row, category: string, { known, problems }: Reading): string {
  const value = cellOf(row, category)
  const values = known.get(category)
  if (!values?.has(value)) {
    const choices = [...(values ?? [])].join(', ')
    const what = value === '' ? 'This cell is empty' : `"${value}" has no quota`
    problems.push(problemAt(row, category, `${what}: write one of ${choices}.`))
  }
  return value
}

function cellOf(row: Row, heading: string): string {
  return (row.cells[row.columns.indexOf(heading)] ?? '').trim()
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ')
}
