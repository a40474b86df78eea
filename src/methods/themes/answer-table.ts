/** Headings under which people commonly write answers, the likeliest first. */
const USUAL_HEADINGS = [
  'text',
  'answer',
  'response',
  'comment',
  'words',
  'submission',
  'petition',
  'title',
  'feedback',
  'idea',
  'question',
  'message',
  'sentence_text',
]
const ROWS_TO_LOOK_AT = 200

/**
 * Which column holds the answers: the one with a usual heading, else the one with the longest words on average.
 *
 * @param rows the first rows; a few are enough.
 */
export function answerColumn(headings: readonly string[], rows: readonly (readonly string[])[]): number {
  const plain = headings.map((heading) => heading.trim().toLowerCase())
  const usual = USUAL_HEADINGS.map((heading) => plain.indexOf(heading)).find((at) => at >= 0)
  if (usual !== undefined) return usual
  const lengths = headings.map((_, at) =>
    rows.slice(0, ROWS_TO_LOOK_AT).reduce((sum, cells) => sum + lettersOf(cells[at] ?? ''), 0),
  )
  return lengths.indexOf(Math.max(...lengths))
}

/** A web address is long and says nothing. */
function lettersOf(cell: string): number {
  return /^\s*https?:/.test(cell) ? 0 : (cell.match(/\p{L}/gu)?.length ?? 0)
}

/** What a file of answers holds, row by row. */
export interface AnswerTable {
  texts: string[]
  /** As the file says, `''` where it does not. */
  languages: string[]
  /** As people coded a sample, `''` where they did not; absent when no column was named. */
  stances?: string[]
  sentiments?: string[]
  /** For each coder and row the themes given, undefined where that coder did not look. */
  coders: (string[] | undefined)[][]
}
