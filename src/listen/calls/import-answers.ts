import type { CsvProblem } from '#core/csv/csv-problem.ts'
import type { CsvRow } from '#core/csv/csv-row.ts'
import { inBatches } from '#core/csv/in-batches.ts'
import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { sha256 } from '#core/ids/hashes.ts'
import type { Call, Question } from './call.ts'
import { MOST_CHARACTERS } from './check-answer.ts'
import type { NewAnswer, Refused } from './new-answer.ts'
import { takeInAnswers } from './take-in-answer.ts'

export interface AnswersImport {
  rows: AsyncIterable<CsvRow>
  call: Call
  /** The open question that the words answer. */
  question: Question
  /** The heading of the words, and of what tells one row from another; without one the words themselves do. */
  columns: { words: string; source?: string; language?: string; name?: string }
  /** Names the import, so that two files with the same row ids do not meet. */
  name: string
  language: string
  now: Date
  onProblem(problem: CsvProblem): void
}

export interface AnswersImported {
  taken: number
  known: number
  refused: number
}

/** 1,000: each statement's own cost is spread, and little is lost when one is cut off. */
const BATCH = 1_000

/**
 * Takes the rows of a table in as answers to one question of a call, a batch a transaction; the next batch is read while one is
 * written. Cut off anywhere and run again it goes on where it was.
 */
export async function importAnswers(db: Db, task: AnswersImport): Promise<AnswersImported> {
  const tally: AnswersImported = { taken: 0, known: 0, refused: 0 }
  tally.refused += await inBatches(task.rows, {
    most: BATCH,
    read: (row) => {
      const answer = answerIn(row, task)
      return answer && { row, answer }
    },
    write: (batch) => take(db, batch, { task, tally }),
  })
  return tally
}

function answerIn(row: CsvRow, task: AnswersImport): NewAnswer | null {
  const { columns, call, question, name, language } = task
  const words = row.cell(columns.words).replace(/\r\n?/g, '\n').normalize('NFC').trim()
  if (words === '' || [...words].length > MOST_CHARACTERS) {
    task.onProblem(row.problem(columns.words, `Write something, at most ${MOST_CHARACTERS} characters.`))
    return null
  }
  const told = columns.source ? row.cell(columns.source).trim() : ''
  const identity = told === '' ? sha256(words).toString('hex') : told
  const author = columns.name ? row.cell(columns.name).trim() : ''
  return {
    callId: call.id,
    route: 'import',
    language: (columns.language && row.cell(columns.language).trim()) || language,
    author:
      author === ''
        ? { authorship: 'anonymous' }
        : { authorship: 'named', person: null, name: author, email: null, phone: null },
    standing: 'unknown',
    words: [{ questionId: question.id, words }],
    marks: [],
    source: `${name}:${identity}`,
  }
}

async function take(
  db: Db,
  batch: readonly { row: CsvRow; answer: NewAnswer }[],
  { task, tally }: { task: AnswersImport; tally: AnswersImported },
): Promise<void> {
  const outcomes = await inTransaction(db, (tx) =>
    takeInAnswers(
      tx,
      batch.map(({ answer }) => answer),
      task.now,
    ),
  )
  for (const [at, outcome] of outcomes.entries()) {
    const row = batch[at]?.row
    if (outcome.ok) tally[outcome.isRepeat ? 'known' : 'taken'] += 1
    else {
      tally.refused += 1
      if (row) task.onProblem(row.problem(task.columns.words, whyRefused(outcome)))
    }
  }
}

function whyRefused(outcome: Refused): string {
  switch (outcome.why) {
    case 'not-open':
      return 'The call is not open: bring answers in between its opening and its closing.'
    case 'not-for-you':
      return 'The call is for members or for one unit.'
    case 'problems':
      return outcome.problems.some(({ why }) => why === 'not-text')
        ? 'It holds characters that cannot be shown.'
        : 'It does not fit the question.'
  }
}
