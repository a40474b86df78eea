import type { Opinion } from './analyse.ts'
import { type CentredCells, shufflerOf } from './centred-cells.ts'
import { groupVotes } from './group-votes.ts'
import { centred } from './principal-components.ts'
import { type Dice, diceFrom } from './random.ts'
import { type Representative, representativeStatements } from './representative.ts'
import { FEWEST, standingApart } from './standing-apart.ts'
import type { VoteTable } from './vote-table.ts'

/** People whom the groups took in, and who yet hold something of their own. */
export interface Minority {
  /** The group that holds them. */
  group: number
  /** Indices of people. */
  people: Int32Array
  /** Between over within: how far they stand from the rest of their group. */
  distance: number
  /** In what part of the shuffled conversations, this one counted in, somebody stood as far off. */
  chance: number
  /** What speaks for them against the rest of their group. */
  representative: Representative[]
}

export interface MinoritySearch {
  /** Shuffled copies for each group, times the number of groups; 40 is meant, fewer than 20 find nothing. */
  shuffles: number
  seed: number
  onShuffle?: (done: number, total: number) => void
}

const CHANCE = 0.05

/**
 * Look inside each group for people who stand apart along directions that the map of all doesn't show. The group's votes
 * get components of their own; every branch of their Ward tree with 3 people up to a third of the group is a candidate; it
 * counts if it stands farther off than anyone does in the copies of the group in which each statement's votes were dealt
 * anew among those who saw it. Copies keep who saw what, so people who merely voted little are not taken for a minority;
 * the level, 5 %, is shared among the groups (Bonferroni). Our own addition: production has nothing of the kind.
 */
export function minoritiesOf(opinion: Opinion, search: MinoritySearch): Minority[] {
  const groups = opinion.grouping.count
  const shuffles = search.shuffles * groups - 1
  const found: Minority[] = []
  for (let group = 0; group < groups; group++) {
    const people = opinion.members.filter((_, i) => opinion.grouping.labels[i] === group)
    const onShuffle = (done: number) => search.onShuffle?.(group * shuffles + done, groups * shuffles)
    found.push(
      ...inGroup(opinion, { group, people, shuffles, limit: CHANCE / groups, seed: search.seed, onShuffle }),
    )
  }
  return found
}

interface Inside {
  group: number
  people: Int32Array
  shuffles: number
  limit: number
  seed: number
  onShuffle: (done: number) => void
}

function inGroup(opinion: Opinion, inside: Inside): Minority[] {
  const { group, people, shuffles, limit } = inside
  if (people.length < 3 * FEWEST) return []
  const own = rowsOf(opinion.setAside.table, people)
  const { cells } = centred(own)
  const dice = diceFrom(inside.seed + group)
  const candidates = standingApart(cells, dice)
  const farthest = farthestByChance(cells, { ...inside, dice, farthest: candidates[0]?.distance ?? 0 })
  const taken = new Set<number>()
  const found: Minority[] = []
  for (const { rows, distance } of candidates) {
    const chance = (1 + farthest.filter((other) => other >= distance).length) / (1 + shuffles)
    if (chance > limit) break
    if (rows.some((row) => taken.has(row))) continue
    for (const row of rows) taken.add(row)
    const chosen = Int32Array.from(rows, (row) => people[row] ?? 0)
    found.push({ group, people: chosen, distance, chance, representative: against(opinion, chosen, people) })
  }
  return found
}

interface Shuffling {
  shuffles: number
  limit: number
  dice: Dice
  /** How far the farthest candidate stands. */
  farthest: number
  onShuffle: (done: number) => void
}

/** How far the farthest stand in shuffled copies. Stops early once no candidate can pass (Besag and Clifford 1991). */
function farthestByChance(cells: CentredCells, shuffling: Shuffling): number[] {
  const shuffled = shufflerOf(cells)
  const farthest: number[] = []
  let beyond = 0
  for (let draw = 0; draw < shuffling.shuffles; draw++) {
    const distance = standingApart(shuffled(shuffling.dice), shuffling.dice)[0]?.distance ?? 0
    farthest.push(distance)
    if (distance >= shuffling.farthest) beyond++
    if ((1 + beyond) / (1 + shuffling.shuffles) > shuffling.limit) break
    shuffling.onShuffle(draw + 1)
  }
  return farthest
}

function against(opinion: Opinion, few: Int32Array, group: Int32Array): Representative[] {
  const side = new Int32Array(opinion.table.participants.length).fill(-1)
  for (const person of group) side[person] = 1
  for (const person of few) side[person] = 0
  return representativeStatements(groupVotes(opinion.table, side, 2), opinion.setAside.indices)[0] ?? []
}

/** The table of these people alone, in their order. */
function rowsOf(table: VoteTable, people: Int32Array): VoteTable {
  const rowStart = new Int32Array(people.length + 1)
  const places: number[] = []
  people.forEach((person, row) => {
    const end = table.rowStart[person + 1] ?? 0
    for (let place = table.rowStart[person] ?? 0; place < end; place++) places.push(place)
    rowStart[row + 1] = places.length
  })
  return {
    participants: Array.from(people, (person) => table.participants[person] ?? ''),
    statements: table.statements,
    rowStart,
    statementOf: Int32Array.from(places, (place) => table.statementOf[place] ?? 0),
    answerOf: Int8Array.from(places, (place) => table.answerOf[place] ?? 0),
  }
}
