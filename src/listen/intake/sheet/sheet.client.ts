import { forget, keepPage } from './keep-page.ts'
import { boxesOf, cellsIn, giveNumber, numberOf, rowWith, say, setCells, setField } from './sheet-boxes.ts'
import { forgetRow, keepRow, type WaitingRow, waitingRows } from './sheet-store.ts'

/** The sheet made for the keyboard: Enter goes on, rows grow, are kept on the device, and sent once there is a signal. */
const form = document.querySelector<HTMLFormElement>('form[data-sheet]')
if (form && isSecureContext && 'indexedDB' in window) begin(form)

const AGAIN_MS = 15_000

interface Told {
  rows: (
    | { row: number; ok: true; number: number; key: string; words?: string }
    | { row: number; ok: false; problems: { message: string }[] }
  )[]
}

function begin(sheet: HTMLFormElement): void {
  const call = sheet.dataset.sheet ?? ''
  const body = sheet.querySelector('tbody')
  const pattern = body?.querySelector('tr')?.cloneNode(true)
  if (!body || !(pattern instanceof HTMLTableRowElement)) return
  const page = { sheet, call, id: '', body, pattern, isSending: false }
  goOnWith(page, new URLSearchParams(location.search).get('sheet') ?? crypto.randomUUID())
  for (const part of document.querySelectorAll<HTMLElement>('[data-with-script]')) part.hidden = false
  for (const part of document.querySelectorAll<HTMLElement>('[data-without-script]')) part.hidden = true
  body.addEventListener('keydown', (event) => void goOn(page, event))
  sheet.addEventListener('submit', (event) => {
    // Numbers and keys of what has arrived are a file to keep: that button does what it does without a script.
    if (event.submitter?.hasAttribute('formaction')) return
    event.preventDefault()
    void keepAll(page).then(() => send(page))
  })
  document.querySelector('[data-sheet-forget]')?.addEventListener('click', () => void forget())
  addEventListener('online', () => void send(page))
  setInterval(() => void send(page), AGAIN_MS)
  void restore(page).then(() => send(page))
  void keepPage()
}

interface Page {
  sheet: HTMLFormElement
  call: string
  id: string
  body: HTMLTableSectionElement
  pattern: HTMLTableRowElement
  isSending: boolean
}

/**
 * The sheet's id stands in the address, so that loading again or going back goes on with it. A page kept for rooms without a signal
 * is asked for without one: what is typed there is another sheet each time.
 */
function goOnWith(page: Page, id: string): void {
  page.id = id
  setField(page.sheet, 'sheet', id)
  const address = new URL(location.href)
  address.searchParams.set('sheet', id)
  history.replaceState(history.state, '', address)
}

/** Enter leads to the next box; after the last one of a row the row is kept, sent, and the next begins. */
async function goOn(page: Page, event: KeyboardEvent): Promise<void> {
  const { target } = event
  if (event.key !== 'Enter' || event.isComposing || !(target instanceof HTMLInputElement)) return
  event.preventDefault()
  const row = target.closest('tr')
  if (!row) return
  const boxes = boxesOf(row)
  const next = boxes[boxes.indexOf(target) + 1]
  if (next) return next.focus()
  const last = row.nextElementSibling ?? add(page)
  if (last instanceof HTMLTableRowElement) boxesOf(last)[0]?.focus()
  await keep(page, row)
  await send(page)
}

/** By mouse, by finger or by Tab one leaves a row without Enter: the button sends those too. */
async function keepAll(page: Page): Promise<void> {
  for (const row of page.body.rows) await keep(page, row)
}

function add({ body, pattern }: Page): HTMLTableRowElement {
  const added = pattern.cloneNode(true) as HTMLTableRowElement
  const last = body.rows[body.rows.length - 1]
  for (const box of boxesOf(added)) Object.assign(box, { value: '', readOnly: false })
  giveNumber(added, (last ? numberOf(last) : 0) + 1)
  say(added, '')
  body.append(added)
  return added
}

/** On this device, until it has arrived; a row that was emptied is kept no longer, and one that arrived is left alone. */
async function keep(page: Page, row: HTMLTableRowElement): Promise<void> {
  const boxes = boxesOf(row)
  if (boxes.some(({ readOnly }) => readOnly)) return
  const place = { sheet: page.id, row: numberOf(row) }
  if (boxes.every(({ value }) => value.trim() === '')) return forgetRow(place).then(() => say(row, ''))
  await keepRow(page.call, { ...place, circumstances: circumstancesOf(page), cells: cellsIn(row) })
  say(row, page.sheet.dataset.kept ?? '')
}

function circumstancesOf({ sheet }: Page): Record<string, string> {
  const names = ['consent', 'saidOn', 'unit', 'language', 'member', 'gathering']
  const typed = new FormData(sheet)
  return Object.fromEntries(names.map((name) => [name, String(typed.get(name) ?? '')]))
}

/** After a reload, or the battery: what waits on the device stands in its rows again. */
async function restore(page: Page): Promise<void> {
  const waiting = await waitingRows(page.call)
  const [first] = waiting
  if (!first) return
  // The rows belong to the sheet they were begun on; this page goes on with it.
  const numbers = waiting.filter(({ sheet }) => sheet === first.sheet).map(({ row }) => row)
  const begins = first.sheet === page.id ? [...page.body.rows].slice(0, 1).map(numberOf) : []
  goOnWith(page, first.sheet)
  beginAt(page, Math.min(...numbers, ...begins))
  for (const [name, value] of Object.entries(first.circumstances)) setField(page.sheet, name, value)
  for (const { sheet, row, cells } of waiting) {
    if (sheet !== page.id) continue
    let there = rowWith(page.body, row)
    while (!there) {
      const added = add(page)
      if (numberOf(added) >= row) there = added
    }
    setCells(there, cells)
    say(there, page.sheet.dataset.kept ?? '')
  }
}

/** The first row of the page gets this number, those below it the next. */
function beginAt({ body }: Page, number: number): void {
  for (const [at, row] of [...body.rows].entries()) giveNumber(row, number + at)
}

/** Sends what waits, sheet by sheet; what arrived is told with its number and key, and goes from the device. */
async function send(page: Page): Promise<void> {
  if (page.isSending) return
  page.isSending = true
  try {
    const waiting = await waitingRows(page.call)
    for (const sheet of new Set(waiting.map((row) => row.sheet)))
      await sendSheet(
        page,
        waiting.filter((row) => row.sheet === sheet),
      )
    tell(page, '')
  } catch {
    tell(page, page.sheet.dataset.offline ?? '')
  } finally {
    page.isSending = false
  }
}

async function sendSheet(page: Page, rows: readonly WaitingRow[]): Promise<void> {
  const sheet = rows[0]?.sheet ?? ''
  const circumstances = sheet === page.id ? circumstancesOf(page) : rows[0]?.circumstances
  const reply = await fetch(page.sheet.action, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ ...circumstances, sheet, rows: rows.map(({ row, cells }) => ({ row, cells })) }),
  })
  const answer = await reply.json()
  if (!reply.ok) return tell(page, String(answer.title ?? ''), true)
  for (const told of (answer as Told).rows) {
    const there = sheet === page.id ? rowWith(page.body, told.row) : undefined
    if (told.ok) {
      await forgetRow({ sheet, row: told.row })
      if (there) finish(page, there, told)
    } else if (there) say(there, told.problems.map(({ message }) => message).join(' '))
  }
}

function finish(
  page: Page,
  row: HTMLTableRowElement,
  { number, key, words = '' }: { number: number; key: string; words?: string },
): void {
  for (const box of boxesOf(row)) box.readOnly = true
  say(row, `${page.sheet.dataset.receipt ?? ''} ${number} · ${key} ${words}`.trim())
}

let hasProblem = false

function tell({ sheet }: Page, words: string, isProblem = false): void {
  const place = sheet.querySelector('[data-sheet-words]')
  if (place && (words !== '' || !hasProblem)) place.textContent = words
  hasProblem = isProblem
}
