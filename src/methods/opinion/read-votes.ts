import { orderIds } from './order-ids.ts'
import { answerIn, notAnAnswer, notATime, timeIn } from './parse-cells.ts'
import type { VoteLayout, VoteProblem } from './vote-layout.ts'
import { type Answer, type Cells, compress, type VoteTable } from './vote-table.ts'

export interface VoteReading {
  layout: VoteLayout
  headings: readonly string[]
  /** What stands for "agree" where votes are numbers: 1, or −1 as in the database of Polis. */
  agreeIs: 1 | -1
  /** A person's later row on the same statement counts, even without a time. */
  keepLast?: boolean
}

interface CheckedVote {
  participant: string
  statement: string
  answer: Answer
  time: number | undefined
}

/** Takes rows one by one, keeps what is wrong, and ends in the table of votes. */
export class VoteReader {
  readonly problems: VoteProblem[] = []
  /** Votes that a later vote on the same statement replaced. */
  replaced = 0
  private readonly people = new Map<string, number>()
  private readonly statements = new Map<string, number>()
  private readonly cells: { person: number[]; statement: number[]; answer: Answer[] }
  private readonly lines: number[] = []
  private readonly times: number[] = []
  private readonly reading: VoteReading
  private lastParticipant = ''
  private lastPerson = 0

  constructor(reading: VoteReading) {
    this.reading = reading
    this.cells = { person: [], statement: [], answer: [] }
    if (reading.layout.kind === 'wide')
      for (const { id } of reading.layout.statements) numberFor(this.statements, id)
  }

  /** One row; `line` is where it begins in the file, the headings being line 1. */
  add(line: number, row: readonly string[]): void {
    if (this.reading.layout.kind === 'wide') this.addPerson(line, row)
    else this.addVote(line, row)
  }

  /** The votes, without the rows complained of. Repeats that no time decides become complaints now. */
  finish(): VoteTable {
    const participants = orderIds(this.people.keys())
    const statements = orderIds(this.statements.keys())
    const cells = {
      person: renumber(this.cells.person, this.people, participants),
      statement: renumber(this.cells.statement, this.statements, statements),
      answer: Int8Array.from(this.cells.answer),
    }
    const isTimed = this.times.length > 0
    const inTime = isTimed ? permuted(cells, byTime(this.times)) : cells
    const table = { participants, statements, ...compress(inTime, participants.length, statements.length) }
    this.replaced = cells.answer.length - table.answerOf.length
    if (this.replaced > 0 && !isTimed && !this.reading.keepLast) this.complainOfRepeats(cells)
    return table
  }

  private addVote(line: number, row: readonly string[]): void {
    const vote = this.checkedVote(line, row)
    if (!vote) return
    if (vote.time !== undefined) this.times.push(vote.time)
    // Files mostly list a person's votes together.
    if (vote.participant !== this.lastParticipant) this.lastPerson = numberFor(this.people, vote.participant)
    this.lastParticipant = vote.participant
    const person = this.lastPerson
    this.push(line, { person, statement: numberFor(this.statements, vote.statement), answer: vote.answer })
  }

  private checkedVote(line: number, row: readonly string[]): CheckedVote | undefined {
    const { layout, agreeIs } = this.reading
    if (layout.kind !== 'long') return undefined
    const participant = (row[layout.participant] ?? '').trim()
    const statement = (row[layout.statement] ?? '').trim()
    if (participant === '')
      return this.complain(line, layout.participant, 'The participant is missing: write an id.')
    if (statement === '')
      return this.complain(line, layout.statement, 'The statement is missing: write its id.')
    const text = row[layout.vote] ?? ''
    const answer = answerIn(text, agreeIs)
    if (answer === undefined) return this.complain(line, layout.vote, notAnAnswer(text, agreeIs, false))
    const time = layout.time === undefined ? undefined : timeIn(row[layout.time] ?? '')
    if (layout.time !== undefined && time === undefined)
      return this.complain(line, layout.time, notATime(row[layout.time] ?? ''))
    return { participant, statement, answer, time }
  }

  private addPerson(line: number, row: readonly string[]): void {
    const { layout, agreeIs } = this.reading
    if (layout.kind !== 'wide') return
    const participant = (row[layout.participant] ?? '').trim()
    const fault =
      participant === ''
        ? 'The participant is missing: write an id.'
        : this.people.has(participant)
          ? `Participant "${participant}" has a row already: one row a person.`
          : undefined
    if (fault) {
      this.complain(line, layout.participant, fault)
      return
    }
    const person = numberFor(this.people, participant)
    layout.statements.forEach(({ column }, statement) => {
      const text = row[column] ?? ''
      if (text === '' || text.trim() === '') return
      const answer = answerIn(text, agreeIs)
      if (answer === undefined) this.complain(line, column, notAnAnswer(text, agreeIs, true))
      else this.push(line, { person, statement, answer })
    })
  }

  private push(line: number, cell: { person: number; statement: number; answer: Answer }): void {
    this.cells.person.push(cell.person)
    this.cells.statement.push(cell.statement)
    this.cells.answer.push(cell.answer)
    this.lines.push(line)
  }

  private complain(line: number, column: number, reason: string): undefined {
    this.problems.push({ line, column: column + 1, heading: this.reading.headings[column] ?? '', reason })
  }

  private complainOfRepeats(cells: Cells): void {
    const { layout } = this.reading
    const firstLine = new Map<number, number>()
    for (let i = 0; i < cells.person.length; i++) {
      const key = (cells.person[i] ?? 0) * this.statements.size + (cells.statement[i] ?? 0)
      const first = firstLine.get(key)
      if (first === undefined) firstLine.set(key, this.lines[i] ?? 0)
      else if (layout.kind === 'long') this.complain(this.lines[i] ?? 0, layout.statement, repeatOf(first))
    }
  }
}

function repeatOf(firstLine: number): string {
  return (
    `This person’s vote on this statement stands at line ${firstLine} already: keep one of the two, or add a column ` +
    '"timestamp" so that the later one counts.'
  )
}

function numberFor(numbers: Map<string, number>, id: string): number {
  const known = numbers.get(id)
  if (known !== undefined) return known
  numbers.set(id, numbers.size)
  return numbers.size - 1
}

/** Numbers by first appearance → places in the order of ids. */
function renumber(
  values: readonly number[],
  numbers: Map<string, number>,
  ordered: readonly string[],
): Int32Array {
  const places = new Int32Array(ordered.length)
  ordered.forEach((id, place) => {
    places[numbers.get(id) ?? 0] = place
  })
  const renumbered = new Int32Array(values.length)
  for (let i = 0; i < values.length; i++) renumbered[i] = places[values[i] ?? 0] ?? 0
  return renumbered
}

/** Stable: of equal times the later row is later. */
function byTime(times: readonly number[]): Int32Array {
  const order = Int32Array.from(times, (_, i) => i)
  if (times.every((time, i) => i === 0 || time >= (times[i - 1] ?? 0))) return order
  return order.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b)
}

function permuted(cells: Cells, order: Int32Array): Cells {
  return {
    person: order.map((i) => cells.person[i] ?? 0),
    statement: order.map((i) => cells.statement[i] ?? 0),
    answer: Int8Array.from(order, (i) => cells.answer[i] ?? 0),
  }
}
