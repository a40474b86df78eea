import { PaperProblem } from './paper-problem.ts'

export interface Word {
  text: string
  line: number
  column: number
}

/** Walks the words of a BLT file and knows where each stands; `#` begins a comment that ends with the line. */
export class BltWords {
  readonly #lines: string[]
  #line = 0
  #at = 0

  constructor(text: string) {
    this.#lines = text.split(/\r\n|\n|\r/)
  }

  /** The next word, such as `12`, `[nick`, `a=b` or `]`; undefined at the end. */
  next(): Word | undefined {
    for (; this.#line < this.#lines.length; this.#line += 1, this.#at = 0) {
      const line = this.#lines[this.#line] ?? ''
      while (/\s/.test(line[this.#at] ?? '')) this.#at += 1
      if (this.#at >= line.length || line[this.#at] === '#') continue
      const start = this.#at
      if (line[start] === ']') this.#at += 1
      else while (this.#at < line.length && !/[\s\]]/.test(line[this.#at] ?? '')) this.#at += 1
      return { text: line.slice(start, this.#at), line: this.#line + 1, column: start + 1 }
    }
    return undefined
  }

  expect(what: string): Word {
    const word = this.next()
    if (word) return word
    throw this.problem(`The file ends where ${what} should stand.`)
  }

  /**
   * The next name: between quotation marks (doubled inside), or the rest of a line without them. With `isLine` a line is one
   * name, and what stands in marks behind the first is put in brackets: `"Ada" "Independent"` is Ada (Independent).
   */
  nextName(isLine = false): Word | undefined {
    for (; this.#line < this.#lines.length; this.#line += 1, this.#at = 0) {
      const line = this.#lines[this.#line] ?? ''
      while (/\s/.test(line[this.#at] ?? '')) this.#at += 1
      if (this.#at >= line.length) continue
      const place = { line: this.#line + 1, column: this.#at + 1 }
      if (line[this.#at] !== '"') {
        const text = line.slice(this.#at).trim()
        this.#at = line.length
        return { text, ...place }
      }
      const text = this.#quoted(line)
      const more = isLine ? this.#alsoQuoted(line) : []
      return { text: [text, ...more.map((part) => `(${part})`)].join(' '), ...place }
    }
    return undefined
  }

  /** Lines with anything on them, from here to the end of the file. */
  linesLeft(): number {
    const rest = this.#lines.slice(this.#line + 1).filter((line) => line.trim() !== '').length
    return (this.#lines[this.#line] ?? '').slice(this.#at).trim() === '' ? rest : rest + 1
  }

  #quoted(line: string): string {
    const end = closingMark(line, this.#at)
    if (end < 0)
      throw new PaperProblem(this.#line + 1, this.#at + 1, 'This name has no closing quotation mark.')
    const text = line
      .slice(this.#at + 1, end)
      .replaceAll('""', '"')
      .trim()
    this.#at = end + 1
    return text
  }

  #alsoQuoted(line: string): string[] {
    const more: string[] = []
    for (let at = line.indexOf('"', this.#at); at >= 0; at = line.indexOf('"', this.#at)) {
      this.#at = at
      more.push(this.#quoted(line))
    }
    return more
  }

  problem(reason: string): PaperProblem {
    return new PaperProblem(Math.min(this.#line + 1, this.#lines.length), this.#at + 1, reason)
  }
}

/** Where the name that opens at `start` ends: a doubled mark belongs to it. */
function closingMark(line: string, start: number): number {
  for (let at = start + 1; at < line.length; at += 1) {
    if (line[at] !== '"') continue
    if (line[at + 1] !== '"') return at
    at += 1
  }
  return -1
}
