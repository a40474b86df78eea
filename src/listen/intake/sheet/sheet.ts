import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type Answer, type FieldProblem, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { invalidForm } from '#core/input/problems.ts'
import { type Call, crumbOf, noticeOfCall } from '../../calls/index.ts'
import { askedIn } from '../help/asked-in.ts'
import { cellProblems, readCircumstances, refusalProblems } from '../help/read-entry.ts'
import { cellsOf } from '../help/typed-answer.ts'
import { findHelp, type Help } from '../help/who-helps.ts'
import { inEveryLanguage } from '../in-every-language.ts'
import {
  enterRows,
  isSheetOfAnother,
  MOST_ROWS,
  type RowOutcome,
  receiptsOf,
  type SheetRow,
} from './enter-rows.ts'
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

/**
 * The bulk entry screen. Its island keeps rows on the device while there is no signal. The sheet's id stands in the address, so that
 * going back or loading again goes on with the same sheet.
 */
export async function showSheet(x: Exchange): Promise<Answer> {
  const help = await findHelp(x)
  if (!help.ok) return help.answer
  if (x.wants === 'json') return { kind: 'json', status: 200, body: { number: help.call.number } }
  const asked = z.uuid().safeParse(x.query.sheet)
  if (!asked.success || (await isSheetOfAnother(x.db, asked.data, help.by.id)))
    return { kind: 'see-other', to: pathOf(help, { sheet: unorderedId(), gathering: x.query.gathering }) }
  const html = await sheetPage(x, help, { sheet: asked.data })
  return { kind: 'page', status: 200, html, cache: 'never' }
}

function pathOf({ call }: Help, { sheet, gathering }: { sheet: string; gathering: unknown }): string {
  const place = z.uuid().safeParse(gathering)
  const query = new URLSearchParams({ sheet, ...(place.success && { gathering: place.data }) })
  return `/calls/${call.number}/sheet?${query}`
}

/** Takes rows in: a list as JSON from the island, or the ten of the form. */
export async function createRows(x: Exchange): Promise<Answer> {
  const help = await findHelp(x)
  if (!help.ok) return help.answer
  const input = sheetInput.safeParse(x.form)
  if (!input.success || (await isSheetOfAnother(x.db, input.data.sheet, help.by.id)))
    return problem(422, 'sheet.unreadable', x.t(m.unreadable))
  const read = await readCircumstances(x, { call: help.call, unitId: help.unit?.id ?? null })
  if (!read.ok) return again(x, help, { sheet: input.data.sheet, problems: read.problems })
  const { sheet: id, gathering, rows = rowsOfForm(x, help) } = input.data
  const { circumstances } = read
  const sheet = { id, call: help.call, circumstances, gatheringId: gathering ?? null, helperId: help.by.id }
  const outcomes = await enterRows(x.db, { sheet, rows, secret: x.house.secret, at: x.now })
  const problems = outcomes.flatMap((outcome) => problemsOfRow(x, help, outcome))
  if (x.wants === 'json')
    return { kind: 'json', status: 200, body: { rows: outcomes.map((one) => told(x, help, one)) } }
  return again(x, help, { sheet: id, problems, outcomes })
}

/** Only rows in which something stands; a box says in its name which row of the sheet it is. */
function rowsOfForm(x: Exchange, { call }: Help): SheetRow[] {
  return rowsIn(x)
    .map((row) => ({ row, cells: cellsOf(call, x.form, `r${row}-`) }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell.trim() !== ''))
}

function problemsOfRow(x: Exchange, { call }: Help, outcome: RowOutcome): FieldProblem[] {
  if (outcome.ok) return []
  const { row } = outcome
  return fieldsOf(x, call, outcome).map(({ field, message }) => ({
    field: field.startsWith('q') ? `r${row}-${field}` : field,
    message: x.t(m.inRow, { row, problem: message }),
  }))
}

function fieldsOf(x: Exchange, call: Call, outcome: RowOutcome & { ok: false }): FieldProblem[] {
  if ('problems' in outcome) return cellProblems(x, outcome.problems)
  if ('refused' in outcome) return refusalProblems(x, call, outcome.refused)
  const first = call.questions.find(({ kind }) => kind !== 'place')?.place ?? 1
  return [{ field: `q${first}`, message: x.t(m.standsOtherwise, { number: outcome.standsAs }) }]
}

function told(x: Exchange, help: Help, outcome: RowOutcome) {
  if (!outcome.ok) return { row: outcome.row, ok: false, problems: problemsOfRow(x, help, outcome) }
  const { row, number, key, alike } = outcome
  const words = alike === null ? undefined : x.t(m.alike, { number: alike })
  return { row, ok: true, number, key, ...(words !== undefined && { words }) }
}

interface Shown {
  sheet?: string
  outcomes?: readonly RowOutcome[]
  problems?: readonly FieldProblem[]
}

/** What is wrong comes back as it was typed; when nothing is, the next rows of the sheet are empty. */
async function again(x: Exchange, help: Help, shown: Shown): Promise<Answer> {
  const { problems = [] } = shown
  if (problems.length === 0)
    return { kind: 'page', status: 200, html: await sheetPage(x, help, shown), cache: 'never' }
  const html = x.wants === 'html' ? await sheetPage(x, help, shown) : ''
  return invalidForm(x, { id: 'sheet.invalid', problems, html: () => html })
}

async function sheetPage(x: Exchange, { call, by }: Help, shown: Shown): Promise<string> {
  const { outcomes = [], problems = [], sheet = String(x.form.sheet ?? '') } = shown
  const standing = await receiptsOf(x.db, { sheetId: sheet, helperId: by.id, secret: x.house.secret })
  const done = outcomes.flatMap((outcome) => (outcome.ok ? [outcome] : []))
  const last = Math.max(0, ...standing.map(({ row }) => row))
  const asked = await askedIn(x, call)
  return x.page({
    title: x.t(m.title),
    crumbs: [crumbOf(x.t, call)],
    isUnlisted: true,
    isWide: false,
    islands: ['sheet'],
    children: SheetPage({
      t: x.t,
      call: asked.call,
      inOthers: others(await inEveryLanguage(x.db, call), asked.call),
      likely: call.language,
      notice: await noticeOfCall(x, call),
      sheet,
      gathering: String(x.form.gathering ?? x.query.gathering ?? ''),
      rows: problems.length > 0 && rowsIn(x).length > 0 ? rowsIn(x) : rowsAfter(last),
      done: done.length > 0 ? done : standing,
      isEarlier: done.length === 0,
      typed: problems.length > 0 ? x.form : withoutRows(x.form),
      problems,
    }),
  })
}

const others = (calls: readonly Call[], { language }: Call) =>
  calls.filter((one) => one.language !== language)

const rowsAfter = (last: number) => Array.from({ length: FORM_ROWS }, (_, at) => last + 1 + at)

/** The rows of the form as it was sent, typed in or not. */
function rowsIn({ form }: Exchange): number[] {
  const rows = Object.keys(form).map((name) => Number(/^r(\d{1,3})-q/.exec(name)?.[1] ?? 0))
  return [...new Set(rows)].filter((row) => row >= 1 && row <= MOST_ROWS).sort((a, b) => a - b)
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
