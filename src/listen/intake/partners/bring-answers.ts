import type { Db, Tx } from '#core/db/connect.ts'
import { insertRows } from '#core/db/insert-rows.ts'
import { inTransaction } from '#core/db/transaction.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { orderedId } from '#core/ids/ids.ts'
import { type Call, MOST_CHARACTERS, type NewAnswer, type TakenIn, takeInAnswers } from '../../calls/index.ts'
import { partnerMessages as m } from './messages.ts'
import type { RowProblem } from './partner-row.ts'

export interface ReadRow {
  line: number
  id: string
  answer: NewAnswer
}

export interface Bringing {
  call: Call
  unit: { id: string }
  by: string
  rows: readonly ReadRow[]
  /** What was wrong before anything was asked of the database. */
  problems: readonly RowProblem[]
  /** Whether what is right is taken though other rows are wrong. */
  isPartial: boolean
  t: Translate
  now: Date
}

export interface Brought {
  set: string | null
  taken: number
  known: number
  refused: number
  answers: { id: string; number: number }[]
  problems: RowProblem[]
}

/** A thousand: enough that a statement's own cost does not count. */
const SET = 1_000

/** Takes a partner's answers in, all or what is right of them, in one transaction; what was brought before is known again. */
export async function bringAnswers(db: Db, bringing: Bringing): Promise<Brought> {
  const { isPartial, problems } = bringing
  if (!isPartial && problems.length > 0) return nothing(problems, bringing)
  try {
    return await inTransaction(db, (tx) => bring(tx, bringing))
  } catch (error) {
    if (error instanceof SomeAreWrong) return nothing(error.problems, bringing)
    throw error
  }
}

class SomeAreWrong extends Error {
  readonly problems: readonly RowProblem[]
  constructor(problems: readonly RowProblem[]) {
    super('Some answers of a partner are wrong, so none is taken in.')
    this.problems = problems
  }
}

function nothing(problems: readonly RowProblem[], { rows }: Bringing): Brought {
  return { set: null, taken: 0, known: 0, refused: rows.length, answers: [], problems: [...problems] }
}

async function bring(tx: Tx, bringing: Bringing): Promise<Brought> {
  const { call, unit, by, rows, problems, isPartial, now } = bringing
  const outcomes: TakenIn[] = []
  for (let at = 0; at < rows.length; at += SET) {
    const answers = rows.slice(at, at + SET).map(({ answer }) => answer)
    outcomes.push(...(await takeInAnswers(tx, answers, now)))
  }
  const wrong = [...problems, ...outcomes.flatMap((outcome, at) => problemsOf(outcome, rows[at], bringing))]
  if (!isPartial && wrong.length > 0) throw new SomeAreWrong(wrong)
  const numbered = outcomes.flatMap((outcome, at) =>
    outcome.ok ? [{ id: rows[at]?.id ?? '', number: outcome.number }] : [],
  )
  const fresh = outcomes.flatMap((outcome) => (outcome.ok && !outcome.isRepeat ? [outcome.id] : []))
  const tally = {
    taken: fresh.length,
    known: numbered.length - fresh.length,
    refused: new Set(wrong.map(({ line }) => line)).size,
  }
  const set = orderedId(now)
  const row = { id: set, callId: call.id, unitId: unit.id, broughtBy: by, broughtAt: now, ...tally }
  await tx.insertInto('partnerSets').values(row).execute()
  await keepHow(tx, { fresh, set, by, now })
  return { set, ...tally, answers: numbered, problems: wrong }
}

interface How {
  fresh: readonly string[]
  set: string
  by: string
  now: Date
}

async function keepHow(tx: Tx, { fresh, set, by, now }: How): Promise<void> {
  const enteredAt = new Date(now)
  enteredAt.setUTCMinutes(0, 0, 0)
  const agreed = { helperId: by, consent: 'by-agreement', enteredAt }
  await insertRows(
    tx,
    'intakeEntries',
    fresh.map((answerId) => ({ answerId, ...agreed })),
  )
  await insertRows(
    tx,
    'partnerAnswers',
    fresh.map((answerId) => ({ answerId, setId: set })),
  )
}

function problemsOf(outcome: TakenIn, row: ReadRow | undefined, { call, t }: Bringing): RowProblem[] {
  if (outcome.ok || !row) return []
  const { line } = row
  if (outcome.why !== 'problems')
    return [{ line, column: '', message: t(outcome.why === 'not-open' ? m.notOpen : m.notForYou) }]
  return outcome.problems.map(({ questionId, why }) => {
    const question = call.questions.find(({ id }) => id === questionId)
    const message =
      why === 'too-long'
        ? t(m.tooLong, { most: MOST_CHARACTERS })
        : t(why === 'too-many' ? m.tooMany : m.empty)
    return { line, column: question ? `q${question.place}` : '', message }
  })
}
