import type { VoteTable } from './vote-table.ts'

/** How a set of people voted, one entry a statement. */
export interface Counts {
  agrees: Int32Array
  disagrees: Int32Array
  /** All who saw it: agreed, disagreed or passed. */
  seen: Int32Array
}

/** Counts by group. `groupOf` names each person's group, or −1 for none. */
export function groupVotes(table: VoteTable, groupOf: ArrayLike<number>, groups: number): Counts[] {
  const counts = Array.from({ length: groups }, () => emptyCounts(table.statements.length))
  for (let person = 0; person < table.participants.length; person++) {
    const own = counts[groupOf[person] ?? -1]
    if (own) addPerson(own, table, person)
  }
  return counts
}

/** Everyone's group, −1 for none, and how groups and all voted. */
export interface GroupedVotes {
  groupOf: Int32Array
  counts: Counts[]
  /** All who voted, in a group or not. */
  everyone: Counts
}

export function groupedVotes(table: VoteTable, groupOf: Int32Array, groups: number): GroupedVotes {
  const withRest = groupVotes(
    table,
    groupOf.map((group) => (group < 0 ? groups : group)),
    groups + 1,
  )
  const everyone = summed(withRest, table.statements.length)
  return { groupOf, counts: withRest.slice(0, groups), everyone }
}

/** One cell's change. */
export interface Change {
  person: number
  statement: number
  /** Undefined where the person had not seen it. */
  before: number | undefined
  after: number
}

/** The counts after some people changed group, as from all votes anew: only the votes of those who moved are gone through. */
export function movedVotes(votes: GroupedVotes & { table: VoteTable }, groupOf: Int32Array): GroupedVotes {
  const moved = [...groupOf.keys()].filter((person) => groupOf[person] !== votes.groupOf[person])
  if (moved.length === 0) return { ...votes, groupOf }
  const counts = votes.counts.map(copyOf)
  for (const person of moved) {
    const [from, to] = [counts[votes.groupOf[person] ?? -1], counts[groupOf[person] ?? -1]]
    if (from) addPerson(from, votes.table, person, -1)
    if (to) addPerson(to, votes.table, person)
  }
  return { ...votes, groupOf, counts }
}

/** The counts after one vote more or one changed, where nobody changed group: only the lists of one statement's cell. */
export function recounted(votes: GroupedVotes, change: Change): GroupedVotes {
  const group = votes.groupOf[change.person] ?? -1
  const counts = votes.counts.map((own, i) => (i === group ? changed(own, change) : own))
  return { groupOf: votes.groupOf, counts, everyone: changed(votes.everyone, change) }
}

function changed(counts: Counts, { statement, before, after }: Change): Counts {
  const { agrees, disagrees, seen } = copyOf(counts)
  agrees[statement] = (agrees[statement] ?? 0) + (after === 1 ? 1 : 0) - (before === 1 ? 1 : 0)
  disagrees[statement] = (disagrees[statement] ?? 0) + (after === -1 ? 1 : 0) - (before === -1 ? 1 : 0)
  seen[statement] = (seen[statement] ?? 0) + (before === undefined ? 1 : 0)
  return { agrees, disagrees, seen }
}

function copyOf({ agrees, disagrees, seen }: Counts): Counts {
  return { agrees: agrees.slice(), disagrees: disagrees.slice(), seen: seen.slice() }
}

export function summed(counts: readonly Counts[], statements: number): Counts {
  const sum = emptyCounts(statements)
  for (const one of counts) {
    for (let i = 0; i < statements; i++) {
      sum.agrees[i] = (sum.agrees[i] ?? 0) + (one.agrees[i] ?? 0)
      sum.disagrees[i] = (sum.disagrees[i] ?? 0) + (one.disagrees[i] ?? 0)
      sum.seen[i] = (sum.seen[i] ?? 0) + (one.seen[i] ?? 0)
    }
  }
  return sum
}

function emptyCounts(statements: number): Counts {
  return {
    agrees: new Int32Array(statements),
    disagrees: new Int32Array(statements),
    seen: new Int32Array(statements),
  }
}

// `times` -1 takes the person's votes out again.
function addPerson(counts: Counts, table: VoteTable, person: number, times = 1): void {
  const end = table.rowStart[person + 1] ?? 0
  for (let place = table.rowStart[person] ?? 0; place < end; place++) {
    const statement = table.statementOf[place] ?? 0
    const answer = table.answerOf[place] ?? 0
    counts.seen[statement] = (counts.seen[statement] ?? 0) + times
    if (answer > 0) counts.agrees[statement] = (counts.agrees[statement] ?? 0) + times
    if (answer < 0) counts.disagrees[statement] = (counts.disagrees[statement] ?? 0) + times
  }
}
