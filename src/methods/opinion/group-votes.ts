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

/** Counts by group, and over everyone, in a group or not, in one walk over the votes. */
export function groupedAndAll(
  table: VoteTable,
  groupOf: Int32Array,
  groups: number,
): [counts: Counts[], all: Counts] {
  const withRest = groupVotes(
    table,
    groupOf.map((group) => (group < 0 ? groups : group)),
    groups + 1,
  )
  return [withRest.slice(0, groups), summed(withRest, table.statements.length)]
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

function addPerson(counts: Counts, table: VoteTable, person: number): void {
  const end = table.rowStart[person + 1] ?? 0
  for (let place = table.rowStart[person] ?? 0; place < end; place++) {
    const statement = table.statementOf[place] ?? 0
    const answer = table.answerOf[place] ?? 0
    counts.seen[statement] = (counts.seen[statement] ?? 0) + 1
    if (answer > 0) counts.agrees[statement] = (counts.agrees[statement] ?? 0) + 1
    if (answer < 0) counts.disagrees[statement] = (counts.disagrees[statement] ?? 0) + 1
  }
}
