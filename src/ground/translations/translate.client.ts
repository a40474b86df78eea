/** Keeps what is written a moment after the last key, so that a volunteer may stop anywhere; the form works without it. */
const form = document.querySelector<HTMLFormElement>('form#workbench')
const said = form?.querySelector<HTMLElement>('[data-kept]')
const seen = form?.querySelector<HTMLInputElement>('input[name="seen"]')
const PAUSE_MS = 1_500

if (form && said && seen) {
  const changed = new Set<HTMLTextAreaElement>()
  let pause: number | undefined
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) return
    changed.add(target)
    said.textContent = ''
    clearTimeout(pause)
    pause = window.setTimeout(() => void keep(), PAUSE_MS)
  })
  form.addEventListener('submit', () => clearTimeout(pause))
  const keep = async () => {
    const boxes = [...changed]
    changed.clear()
    const fields = Object.fromEntries(boxes.map(({ name, value }) => [name, value]))
    const reply = await fetch(form.action, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ ...fields, seen: seen.value }),
    }).catch(() => null)
    if (!reply?.ok) {
      for (const box of boxes) changed.add(box)
      return
    }
    const { kept_of_others: others } = (await reply.json()) as { kept_of_others: number }
    said.textContent = (others > 0 ? said.dataset.keptOthers : said.dataset.kept) ?? ''
  }
}
