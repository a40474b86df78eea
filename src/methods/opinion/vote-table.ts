import { findId, orderIds } from './order-ids.ts'

/** 1 agree, −1 disagree, 0 pass. A statement a person has not seen has no vote at all. */
export type Answer = -1 | 0 | 1

export interface Vote {
  participant: string
  statement: string
  answer: Answer
}

/**
 * People × statements, sparse by rows: the votes of person `p` stand at `rowStart[p] … rowStart[p + 1] − 1`, by ascending
 * statement. One cell holds one vote. Immutable by convention; a new vote makes a new table (`withVote`).
 */
export interface VoteTable {
  readonly participants: readonly string[]
  readonly statements: readonly string[]
  /** Length people + 1. */
  readonly rowStart: Int32Array
  /** Length votes: the index of the statement. */
  readonly statementOf: Int32Array
  /** Length votes: 1, 0 or −1. */
  readonly answerOf: Int8Array
}

/** The table of these votes. Of several votes on one cell the last in the list counts. */
export function tableOf(votes: readonly Vote[]): VoteTable {
  const participants = orderIds(votes.map((vote) => vote.participant))
  const statements = orderIds(votes.map((vote) => vote.statement))
  const personOf = placesOf(participants)
  const placeOf = placesOf(statements)
  const cells = {
    person: Int32Array.from(votes, (vote) => personOf.get(vote.participant) ?? 0),
    statement: Int32Array.from(votes, (vote) => placeOf.get(vote.statement) ?? 0),
    answer: Int8Array.from(votes, (vote) => vote.answer),
  }
  return { participants, statements, ...compress(cells, participants.length, statements.length) }
}

export interface Cells {
  person: Int32Array
  statement: Int32Array
  answer: Int8Array
}

/** Sort cells by person, then statement, and keep the last of each: two stable counting sorts, linear in the votes. */
export function compress(cells: Cells, people: number, statements: number) {
  const byStatement = countingOrder(cells.statement, statements, undefined)
  const order = countingOrder(cells.person, people, byStatement)
  const rowStart = new Int32Array(people + 1)
  const statementOf = new Int32Array(order.length)
  const answerOf = new Int8Array(order.length)
  let kept = 0
  let lastPerson = -1
  for (const cell of order) {
    const person = cells.person[cell] ?? 0
    const statement = cells.statement[cell] ?? 0
    const isRepeat = kept > 0 && person === lastPerson && (statementOf[kept - 1] ?? 0) === statement
    if (isRepeat) kept--
    else rowStart[person + 1] = (rowStart[person + 1] ?? 0) + 1
    statementOf[kept] = statement
    answerOf[kept++] = cells.answer[cell] ?? 0
    lastPerson = person
  }
  for (let person = 0; person < people; person++) {
    rowStart[person + 1] = (rowStart[person + 1] ?? 0) + (rowStart[person] ?? 0)
  }
  return { rowStart, statementOf: statementOf.slice(0, kept), answerOf: answerOf.slice(0, kept) }
}

function countingOrder(keys: Int32Array, kinds: number, before: Int32Array | undefined): Int32Array {
  const next = new Int32Array(kinds + 1)
  for (const key of keys) next[key + 1] = (next[key + 1] ?? 0) + 1
  for (let key = 0; key < kinds; key++) next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0)
  const order = new Int32Array(keys.length)
  for (let i = 0; i < keys.length; i++) {
    const cell = before ? (before[i] ?? 0) : i
    const key = keys[cell] ?? 0
    const place = next[key] ?? 0
    order[place] = cell
    next[key] = place + 1
  }
  return order
}

function placesOf(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, index) => [id, index]))
}

/**
 * The same table with one vote more, or one vote changed: a copy with one splice, so about as long as copying the arrays.
 * New people and statements take their place in the order of ids.
 */
export function withVote(table: VoteTable, vote: Vote): VoteTable {
  const grown = withStatement(withParticipant(table, vote.participant), vote.statement)
  const person = findId(grown.participants, vote.participant)
  const statement = findId(grown.statements, vote.statement)
  let place = grown.rowStart[person] ?? 0
  const end = grown.rowStart[person + 1] ?? 0
  while (place < end && (grown.statementOf[place] ?? 0) < statement) place++
  if (place < end && (grown.statementOf[place] ?? 0) === statement) {
    const answerOf = grown.answerOf.slice()
    answerOf[place] = vote.answer
    return { ...grown, answerOf }
  }
  const statementOf = new Int32Array(grown.statementOf.length + 1)
  const answerOf = new Int8Array(grown.answerOf.length + 1)
  splice(grown.statementOf, statementOf, place, statement)
  splice(grown.answerOf, answerOf, place, vote.answer)
  const rowStart = grown.rowStart.map((start, row) => (row > person ? start + 1 : start))
  return { ...grown, rowStart, statementOf, answerOf }
}

/** Undefined where the person has not seen it. */
export function answerAt(table: VoteTable, person: number, statement: number): number | undefined {
  const end = table.rowStart[person + 1] ?? 0
  for (let place = table.rowStart[person] ?? 0; place < end; place++) {
    if (table.statementOf[place] === statement) return table.answerOf[place]
  }
  return undefined
}

function splice<T extends Int32Array | Int8Array>(from: T, to: T, place: number, value: number): void {
  to.set(from.subarray(0, place))
  to[place] = value
  to.set(from.subarray(place), place + 1)
}

function withParticipant(table: VoteTable, id: string): VoteTable {
  const found = findId(table.participants, id)
  if (found >= 0) return table
  const place = -found - 1
  const rowStart = new Int32Array(table.rowStart.length + 1)
  splice(table.rowStart, rowStart, place, table.rowStart[place] ?? 0)
  return { ...table, participants: table.participants.toSpliced(place, 0, id), rowStart }
}

function withStatement(table: VoteTable, id: string): VoteTable {
  const found = findId(table.statements, id)
  if (found >= 0) return table
  const place = -found - 1
  const statementOf = table.statementOf.map((statement) => (statement >= place ? statement + 1 : statement))
  return { ...table, statements: table.statements.toSpliced(place, 0, id), statementOf }
}
