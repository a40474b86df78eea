import type { VoteTable } from './vote-table.ts'

const ENOUGH_VOTES = 7
const ENOUGH_PEOPLE = 15

/**
 * Who is placed in a group, by index and in order: those with 7 votes, or as many as there are statements if fewer;
 * those who were in before; and if they are fewer than 15, those with most votes up to 15, of equals the first in order
 * (production code, `in-conv`). The others keep their place on the map and their votes in every count over all.
 */
export function inConversation(table: VoteTable, keep: Iterable<number> = []): Int32Array {
  const people = table.participants.length
  const enough = Math.min(ENOUGH_VOTES, table.statements.length)
  const isIn = new Uint8Array(people)
  const votesOf = (person: number) => (table.rowStart[person + 1] ?? 0) - (table.rowStart[person] ?? 0)
  for (let person = 0; person < people; person++) if (votesOf(person) >= enough) isIn[person] = 1
  for (const person of keep) isIn[person] = 1
  const missing = ENOUGH_PEOPLE - isIn.reduce((sum, one) => sum + one, 0)
  if (missing > 0) {
    const others = Array.from({ length: people }, (_, person) => person).filter((person) => !isIn[person])
    others.sort((a, b) => votesOf(b) - votesOf(a) || a - b)
    for (const person of others.slice(0, missing)) isIn[person] = 1
  }
  const members = new Int32Array(isIn.reduce((sum, one) => sum + one, 0))
  let next = 0
  for (let person = 0; person < people; person++) if (isIn[person]) members[next++] = person
  return members
}
