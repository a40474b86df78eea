/** What is wrong in a table of votes, where, and what would be right. Lines and columns start at 1. */
export interface VoteProblem {
  line: number
  column?: number
  heading?: string
  reason: string
}

/** One vote a row. Columns by index. */
interface LongLayout {
  kind: 'long'
  participant: number
  statement: number
  vote: number
  /** When it was cast; where present, the later of two votes on one statement counts. */
  time: number | undefined
}

/** One person a row and one statement a column; an empty cell was not seen. */
interface WideLayout {
  kind: 'wide'
  participant: number
  /** Column of each statement. */
  statements: readonly { column: number; id: string }[]
}

export type VoteLayout = LongLayout | WideLayout

const NAMES = {
  participant: ['participant', 'participant-id', 'voter', 'voter-id', 'person', 'person-id', 'pid'],
  statement: ['statement', 'statement-id', 'comment', 'comment-id', 'tid'],
  vote: ['vote', 'answer'],
  time: ['timestamp', 'time', 'modified', 'created'],
}
/** What Polis puts beside the votes in `participants-votes.csv`. */
const BESIDE = new Set(['group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree', 'xid', 'datetime'])

/** Which of the two layouts these headings are, or what is wrong with them. */
export function layoutOf(
  headings: readonly string[],
): { ok: true; layout: VoteLayout } | { ok: false; problem: VoteProblem } {
  const names = headings.map((heading) =>
    heading
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_]+/g, '-'),
  )
  const find = (kind: keyof typeof NAMES) => names.findIndex((name) => NAMES[kind].includes(name))
  const participant = find('participant')
  const statement = find('statement')
  const vote = find('vote')
  if (participant < 0) return refusal(headings, 'participant')
  if (statement >= 0 && vote >= 0) {
    const time = find('time')
    return {
      ok: true,
      layout: { kind: 'long', participant, statement, vote, time: time < 0 ? undefined : time },
    }
  }
  if (statement >= 0 || vote >= 0) return refusal(headings, statement < 0 ? 'statement' : 'vote')
  const statements = headings
    .map((heading, column) => ({ id: heading.trim(), column }))
    .filter(({ column }) => column !== participant && !BESIDE.has(names[column] ?? ''))
  const unnamed = statements.find(({ id }) => id === '')
  if (unnamed) {
    const reason = 'This column has no heading: write the id of its statement.'
    return { ok: false, problem: { line: 1, column: unnamed.column + 1, reason } }
  }
  if (statements.length === 0) return refusal(headings, 'statement')
  return { ok: true, layout: { kind: 'wide', participant, statements } }
}

function refusal(headings: readonly string[], missing: 'participant' | 'statement' | 'vote') {
  const reason =
    `No column is headed "${missing}" (the headings are: ${headings.slice(0, 8).join(', ')}). Votes come either as ` +
    'participant, statement, vote with one vote a row, or as participant and then one column a statement.'
  return { ok: false as const, problem: { line: 1, reason } }
}
