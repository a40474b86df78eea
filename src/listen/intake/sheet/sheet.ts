import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type Answer, type FieldProblem, invalid, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { cellProblems, readCircumstances, refusalProblems } from '../help/read-entry.ts'
import { cellsOf } from '../help/typed-answer.ts'
import { findHelp, type Help } from '../help/who-helps.ts'
import { enterRows, isSheetOfAnother, MOST_ROWS, type RowOutcome, type SheetRow } from './enter-rows.ts'
import { m } from './messages.ts'
import { SheetPage } from './pages/sheet-page.tsx'

/** Rows of the form that works without JavaScript; with it the sheet grows. */
export const FORM_ROWS = 10

const sheetInput = z.object({
  sheet: z.uuid(),
  gathering: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
  rows: z
    .array(
      z.object({
        row: z.number().int().min(1).max(MOST_ROWS),
        cells: z.record(z.string().max(5), z.string().max(20_000)),
      }),
    )
    .max(MOST_ROWS)
    .optional(),
})

/** The bulk entry screen. Its island keeps rows on the device while there is no signal. */
export async function showSheet(x: Exchange): Promise<Answer> {
  const help = await findHelp(x)
  if (!help.ok) return help.answer
  return show(x, { html: () => sheetPage(x, help, {}), json: () => ({ number: help.call.number }) })
}

/** Takes rows in: a list as JSON from the island, or the ten of the form. */
export async function createRows(x: Exchange): Promise<Answer> {
  const help = await findHelp(x)
  if (!help.ok) return help.answer
  const input = sheetInput.safeParse(x.form)
  if (!input.success || (await isSheetOfAnother(x.db, input.data.sheet, help.by.id)))
    return problem(422, 'sheet.unreadable', x.t(m.unreadable))
  const read = await readCircumstances(x, { call: help.call, unitId: help.unit?.id ?? null })
  if (!read.ok) return again(x, help, { problems: read.problems, outcomes: [] })
  const { sheet: id, gathering, rows = rowsOfForm(x, help) } = input.data
  const { circumstances } = read
  const sheet = { id, call: help.call, circumstances, gatheringId: gathering ?? null, helperId: help.by.id }
  const outcomes = await enterRows(x.db, { sheet, rows, secret: x.house.secret, at: x.now })
  const problems = outcomes.flatMap((outcome) => problemsOfRow(x, help, outcome))
  if (x.wants === 'json')
    return { kind: 'json', status: 200, body: { rows: outcomes.map((one) => told(x, help, one)) } }
  if (problems.length > 0) return again(x, help, { problems, outcomes })
  return { kind: 'page', status: 200, html: sheetPage(x, help, { outcomes }), cache: 'never' }
}

/** Only rows in which something stands. */
function rowsOfForm(x: Exchange, { call }: Help): SheetRow[] {
  return Array.from({ length: FORM_ROWS }, (_, at) => at + 1)
    .map((row) => ({ row: row + offsetOf(x), cells: cellsOf(call, x.form, `r${row}-`) }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell.trim() !== ''))
}

/** The form is sent again and again for one sheet: the rows of its third page are 21 to 30. */
function offsetOf({ form }: Exchange): number {
  const offset = Number(form.offset)
  return Number.isInteger(offset) && offset >= 0 && offset < MOST_ROWS ? offset : 0
}

function problemsOfRow(x: Exchange, { call }: Help, outcome: RowOutcome): FieldProblem[] {
  if (outcome.ok) return []
  const fields =
    'problems' in outcome ? cellProblems(x, outcome.problems) : refusalProblems(x, call, outcome.refused)
  const row = outcome.row - offsetOf(x)
  return fields.map(({ field, message }) => ({
    field: field.startsWith('q') ? `r${row}-${field}` : field,
    message: x.t(m.inRow, { row: outcome.row, problem: message }),
  }))
}

function told(x: Exchange, help: Help, outcome: RowOutcome) {
  if (!outcome.ok) return { row: outcome.row, ok: false, problems: problemsOfRow(x, help, outcome) }
  return { row: outcome.row, ok: true, number: outcome.number, key: outcome.key }
}

interface Shown {
  outcomes?: readonly RowOutcome[]
  problems?: readonly FieldProblem[]
}

function again(x: Exchange, help: Help, { problems = [], outcomes }: Shown): Answer {
  return invalid(x, {
    problem: { id: 'sheet.invalid', title: problems[0]?.message ?? '', fields: problems },
    html: () => sheetPage(x, help, { problems, outcomes }),
  })
}

function sheetPage(x: Exchange, { call }: Help, { outcomes = [], problems = [] }: Shown): string {
  const isDone = outcomes.length > 0 && problems.length === 0
  const { sheet, gathering } = x.form
  return x.page({
    title: x.t(m.title),
    crumbs: [{ label: call.title ?? '', href: `/calls/${call.number}` }],
    isUnlisted: true,
    isWide: false,
    islands: ['sheet'],
    children: SheetPage({
      t: x.t,
      call,
      sheet: typeof sheet === 'string' ? sheet : unorderedId(),
      gathering: typeof gathering === 'string' ? gathering : String(x.query.gathering ?? ''),
      offset: offsetOf(x) + (isDone ? FORM_ROWS : 0),
      done: outcomes.flatMap((outcome) => (outcome.ok ? [outcome] : [])),
      typed: isDone ? withoutRows(x.form) : x.form,
      problems,
    }),
  })
}

/** What is the same for the next ten rows. */
function withoutRows(form: Exchange['form']): Exchange['form'] {
  return Object.fromEntries(Object.entries(form).filter(([name]) => !/^r\d+-/.test(name)))
}

const worker = new URL('./sheet-worker.js', import.meta.url)

/** Keeps the page and its files on the device, for rooms without a signal; it reaches the pages of calls and nothing else. */
export async function sendWorker(): Promise<Answer> {
  return {
    kind: 'bytes',
    status: 200,
    type: 'text/javascript; charset=utf-8',
    bytes: await readFile(worker),
    headers: { 'service-worker-allowed': '/calls/' },
  }
}
