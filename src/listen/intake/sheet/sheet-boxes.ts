/** The rows of a sheet as they stand on the page. A row's number is in the name of its boxes: `r13-q1`. */

export function boxesOf(row: Element): HTMLInputElement[] {
  return [...row.querySelectorAll('input')]
}

export function numberOf(row: Element): number {
  return Number(/^r(\d+)-/.exec(boxesOf(row)[0]?.name ?? '')?.[1] ?? 0)
}

export function giveNumber(row: Element, number: number): void {
  for (const box of boxesOf(row)) {
    const name = box.name.replace(/^r\d+-/, `r${number}-`)
    Object.assign(box, { name, id: name })
    box.setAttribute('aria-label', (box.getAttribute('aria-label') ?? '').replace(/\p{Nd}+/u, String(number)))
  }
  const head = row.querySelector('th')
  if (head) head.textContent = String(number)
}

export function rowWith(body: HTMLTableSectionElement, number: number): HTMLTableRowElement | undefined {
  return [...body.rows].find((row) => numberOf(row) === number)
}

/** What was typed, by the place of its question. */
export function cellsIn(row: Element): Record<string, string> {
  return Object.fromEntries(boxesOf(row).map(({ name, value }) => [name.replace(/^r\d+-q/, ''), value]))
}

export function setCells(row: Element, cells: Readonly<Record<string, string>>): void {
  for (const box of boxesOf(row)) box.value = cells[box.name.replace(/^r\d+-q/, '')] ?? ''
}

export function say(row: Element, words: string): void {
  const place = row.querySelector('[data-row-words]')
  if (place) place.textContent = words
}

export function setField(form: HTMLFormElement, name: string, value: string): void {
  for (const box of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    `[name="${CSS.escape(name)}"]`,
  )) {
    if (box instanceof HTMLInputElement && box.type === 'radio') box.checked = box.value === value
    else box.value = value
  }
}
