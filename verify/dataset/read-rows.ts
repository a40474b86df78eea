/** The rows of a CSV file (RFC 4180): quoted cells may hold commas, quotes and line ends. */
export function* readRows(text: string): Generator<string[]> {
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const { cell, next } = text[at] === '"' ? quoted(text, at + 1) : plain(text, at)
    row.push(cell)
    if (text[next] === ',') {
      at = next + 1
      if (at === text.length) row.push('')
      continue
    }
    yield row
    row = []
    at = text[next] === '\r' ? next + 2 : next + 1
  }
}

function plain(text: string, from: number): { cell: string; next: number } {
  let next = from
  while (next < text.length && text[next] !== ',' && text[next] !== '\r' && text[next] !== '\n') next += 1
  return { cell: text.slice(from, next), next }
}

function quoted(text: string, from: number): { cell: string; next: number } {
  let cell = ''
  let start = from
  for (;;) {
    const end = text.indexOf('"', start)
    if (end < 0) return { cell: cell + text.slice(start), next: text.length }
    cell += text.slice(start, end)
    if (text[end + 1] !== '"') return { cell, next: end + 1 }
    cell += '"'
    start = end + 2
  }
}
