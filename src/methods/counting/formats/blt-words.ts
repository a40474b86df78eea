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

  /** The next name: between quotation marks, or the rest of a line without them. */
  nextName(): Word | undefined {
    for (; this.#line < this.#lines.length; this.#line += 1, this.#at = 0) {
      const line = this.#lines[this.#line] ?? ''
      while (/\s/.test(line[this.#at] ?? '')) this.#at += 1
      if (this.#at >= line.length) continue
      const start = this.#at
      const place = { line: this.#line + 1, column: start + 1 }
      if (line[start] !== '"') {
        this.#at = line.length
        return { text: line.slice(start).trim(), ...place }
      }
      const end = line.indexOf('"', start + 1)
      if (end < 0)
        throw new PaperProblem(place.line, place.column, 'This name has no closing quotation mark.')
      this.#at = end + 1
      return { text: line.slice(start + 1, end).trim(), ...place }
    }
    return undefined
  }

  problem(reason: string): PaperProblem {
    return new PaperProblem(Math.min(this.#line + 1, this.#lines.length), this.#at + 1, reason)
  }
}
