/** Makes the sheet quicker by the keyboard: Enter goes on to the next row and adds one at the end, Ctrl with Enter sends. */
const sheet = document.querySelector<HTMLFormElement>('#heard-sheet')
const holder = sheet?.querySelector<HTMLElement>('[data-heard-rows]')

sheet?.addEventListener('keydown', (event) => {
  const box = event.target
  if (!(box instanceof HTMLTextAreaElement) || event.key !== 'Enter' || event.shiftKey || event.isComposing)
    return
  event.preventDefault()
  if (event.ctrlKey || event.metaKey) sheet.requestSubmit()
  else nextBox(box)?.focus()
})

function nextBox(box: HTMLTextAreaElement): HTMLTextAreaElement | null {
  const row = box.closest('[data-heard-row]')
  const next = row?.nextElementSibling ?? addRow()
  return next?.querySelector('textarea') ?? null
}

/** A copy of the last row with the number after it, an id of its own, and nothing typed. */
function addRow(): Element | null {
  const last = holder?.lastElementChild
  if (!holder || !last) return null
  const place = Number(/\d+$/.exec(last.querySelector('textarea')?.name ?? '')?.[0] ?? 0)
  const row = last.cloneNode(true)
  if (!(row instanceof HTMLElement)) return null
  for (const part of row.querySelectorAll<HTMLElement>('[name], [id], [for]')) renumber(part, place)
  for (const label of row.querySelectorAll('label'))
    label.textContent = label.textContent?.replace(String(place), String(place + 1)) ?? ''
  const words = row.querySelector('textarea')
  const id = row.querySelector<HTMLInputElement>('input[type=hidden]')
  if (words) words.value = ''
  if (id) id.value = crypto.randomUUID()
  holder.append(row)
  return row
}

function renumber(part: HTMLElement, place: number): void {
  for (const name of ['name', 'id', 'for']) {
    const value = part.getAttribute(name)
    if (value?.endsWith(`-${place}`)) part.setAttribute(name, value.replace(/\d+$/, String(place + 1)))
  }
}
