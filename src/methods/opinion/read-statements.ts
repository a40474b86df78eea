import type { VoteProblem } from './vote-layout.ts'

/** What is known of the statements beside the votes. */
export interface Statements {
  texts: Map<string, string>
  /** Moderated out. */
  setAside: string[]
  /** About the person, not the matter. */
  background: string[]
}

const NAMES = {
  id: ['statement', 'statement-id', 'comment-id', 'comment', 'tid', 'id'],
  text: ['comment-body', 'text', 'statement-text', 'words', 'txt', 'body'],
  moderated: ['moderated', 'mod'],
  background: ['is-meta', 'background'],
}

export interface StatementReading {
  headings: readonly string[]
  /** Set aside what nobody accepted, too. */
  strict: boolean
}

/**
 * Reads a list of statements such as `comments.csv` of a Polis export: an id, and as far as they are there the words,
 * `moderated` (1 accepted, 0 not judged, −1 rejected) and `is-meta`.
 */
export class StatementReader {
  readonly problems: VoteProblem[] = []
  readonly statements: Statements = { texts: new Map(), setAside: [], background: [] }
  private readonly reading: StatementReading
  private readonly columns: Record<keyof typeof NAMES, number>

  constructor(reading: StatementReading) {
    this.reading = reading
    const names = reading.headings.map((heading) =>
      heading
        .trim()
        .toLowerCase()
        .replaceAll(/[\s_]+/g, '-'),
    )
    const find = (kind: keyof typeof NAMES) => names.findIndex((name) => NAMES[kind].includes(name))
    this.columns = {
      id: find('id'),
      text: find('text'),
      moderated: find('moderated'),
      background: find('background'),
    }
    if (this.columns.id < 0) {
      const reason = `No column is headed "statement" (the headings are: ${reading.headings.slice(0, 8).join(', ')}).`
      this.problems.push({ line: 1, reason })
    }
  }

  add(line: number, row: readonly string[]): void {
    const { columns, statements } = this
    if (columns.id < 0) return
    const id = (row[columns.id] ?? '').trim()
    if (id === '') this.complain(line, columns.id, 'The statement is missing: write its id.')
    else if (statements.texts.has(id))
      this.complain(line, columns.id, `Statement "${id}" stands in the list already.`)
    else {
      statements.texts.set(id, (row[columns.text] ?? '').trim())
      if (this.isSetAside(line, row)) statements.setAside.push(id)
      if (['1', 'true'].includes((row[columns.background] ?? '').trim().toLowerCase()))
        statements.background.push(id)
    }
  }

  private isSetAside(line: number, row: readonly string[]): boolean {
    if (this.columns.moderated < 0) return false
    const judged = (row[this.columns.moderated] ?? '').trim()
    if (!['1', '0', '-1', ''].includes(judged)) {
      const reason = `"${judged}" is not a judgement: write 1 (accepted), 0 (not judged) or -1 (rejected).`
      this.complain(line, this.columns.moderated, reason)
    }
    return judged === '-1' || (this.reading.strict && judged !== '1')
  }

  private complain(line: number, column: number, reason: string): void {
    this.problems.push({ line, column: column + 1, heading: this.reading.headings[column] ?? '', reason })
  }
}
