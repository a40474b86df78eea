import { forgetAll, forgetRow, keepRow, type WaitingRow, waitingRows } from './sheet-store.ts'

/** The sheet made for the keyboard: Enter goes on, rows grow, are kept on the device, and sent once there is a signal. */
const form = document.querySelector<HTMLFormElement>('form[data-sheet]')
if (form && isSecureContext && 'indexedDB' in window) begin(form)

const AGAIN_MS = 15_000

interface Told {
  rows: (
    | { row: number; ok: true; number: number; key: string }
    | { row: number; ok: false; problems: { message: string }[] }
  )[]
}

function begin(sheet: HTMLFormElement): void {
  const call = sheet.dataset.sheet ?? ''
  const id = field(sheet, 'sheet')
  const body = sheet.querySelector('tbody')
  const pattern = body?.querySelector('tr')?.cloneNode(true)
  if (!body || !(pattern instanceof HTMLTableRowElement)) return
  const page = { sheet, call, id: id?.value ?? '', body, pattern, isSending: false }
  for (const part of document.querySelectorAll<HTMLElement>('[data-with-script]')) part.hidden = false
  for (const part of document.querySelectorAll<HTMLElement>('[data-without-script]')) part.hidden = true
  body.addEventListener('keydown', (event) => void goOn(page, event))
  sheet.addEventListener('submit', (event) => {
    event.preventDefault()
    void send(page)
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
  if (boxes.some(({ value }) => value.trim() !== '')) await keep(page, row)
}

function boxesOf(row: Element): HTMLInputElement[] {
  return [...row.querySelectorAll('input')]
}

function add({ body, pattern }: Page): HTMLTableRowElement {
  const row = body.rows.length + 1
  const added = pattern.cloneNode(true) as HTMLTableRowElement
  for (const box of boxesOf(added)) {
    const name = box.name.replace(/^r\d+-/, `r${row}-`)
    Object.assign(box, { name, id: name, value: '', readOnly: false })
    box.setAttribute('aria-label', (box.getAttribute('aria-label') ?? '').replace(/\d+/, String(row)))
  }
  const head = added.querySelector('th')
  if (head) head.textContent = String(row)
  say(added, '')
  body.append(added)
  return added
}

async function keep(page: Page, row: HTMLTableRowElement): Promise<void> {
  const cells = Object.fromEntries(
    boxesOf(row).map(({ name, value }) => [name.replace(/^r\d+-q/, ''), value]),
  )
  await keepRow(page.call, {
    sheet: page.id,
    row: numberOf(row),
    circumstances: circumstancesOf(page),
    cells,
  })
  say(row, page.sheet.dataset.kept ?? '')
  await send(page)
}

const numberOf = (row: HTMLTableRowElement) => row.sectionRowIndex + 1

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
  page.id = first.sheet
  for (const [name, value] of Object.entries(first.circumstances)) setField(page.sheet, name, value)
  for (const { sheet, row, cells } of waiting) {
    if (sheet !== page.id) continue
    while (page.body.rows.length < row) add(page)
    const there = page.body.rows[row - 1]
    if (!there) continue
    for (const box of boxesOf(there)) box.value = cells[box.name.replace(/^r\d+-q/, '')] ?? ''
    say(there, page.sheet.dataset.kept ?? '')
  }
}

function field(sheet: HTMLFormElement, name: string): HTMLInputElement | null {
  const found = sheet.elements.namedItem(name)
  return found instanceof HTMLInputElement ? found : null
}

function setField(sheet: HTMLFormElement, name: string, value: string): void {
  for (const box of sheet.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    `[name="${CSS.escape(name)}"]`,
  )) {
    if (box instanceof HTMLInputElement && box.type === 'radio') box.checked = box.value === value
    else box.value = value
  }
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
    const there = sheet === page.id ? page.body.rows[told.row - 1] : undefined
    if (told.ok) {
      await forgetRow({ sheet, row: told.row })
      if (there) finish(page, there, told)
    } else if (there) say(there, told.problems.map(({ message }) => message).join(' '))
  }
}

function finish(
  page: Page,
  row: HTMLTableRowElement,
  { number, key }: { number: number; key: string },
): void {
  for (const box of boxesOf(row)) box.readOnly = true
  say(row, `${page.sheet.dataset.receipt ?? ''} ${number} · ${key}`)
}

function say(row: HTMLTableRowElement, words: string): void {
  const place = row.querySelector('[data-row-words]')
  if (place) place.textContent = words
}

let hasProblem = false

function tell({ sheet }: Page, words: string, isProblem = false): void {
  const place = sheet.querySelector('[data-sheet-words]')
  if (place && (words !== '' || !hasProblem)) place.textContent = words
  hasProblem = isProblem
}

/** The page itself, for a room without a signal. */
async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/intake/sheet-worker.js', { scope: '/calls/' })
  const { active } = await navigator.serviceWorker.ready
  const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
  const channel = new MessageChannel()
  channel.port1.onmessage = () => document.documentElement.setAttribute('data-sheet-kept', '')
  const keep = [location.pathname, ...files.filter((path) => path.startsWith('/assets/'))]
  active?.postMessage({ keep }, [channel.port2])
}

async function forget(): Promise<void> {
  forgetAll()
  const registration = await navigator.serviceWorker?.getRegistration('/calls/')
  registration?.active?.postMessage({ forget: true })
  await registration?.unregister()
  location.reload()
}
