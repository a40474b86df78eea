import {
  analyse,
  describeGroups,
  groupOfEach,
  MOST_GROUPS,
  type Opinion,
  type OpinionOptions,
} from './analyse.ts'
import { clearestOf, type Groupings, groupingsOf, inDims, renumbered } from './choose-groups.ts'
import { type GroupedVotes, groupedVotes, movedVotes, recounted } from './group-votes.ts'
import { inConversation } from './in-conversation.ts'
import { numbersKept } from './keep-numbers.ts'
import { type Points, placePeople, pointsAt } from './opinion-map.ts'
import { findId } from './order-ids.ts'
import {
  alignedWith,
  type Centred,
  type Components,
  centred,
  principalComponents,
} from './principal-components.ts'
import { setAside } from './set-aside.ts'
import { answerAt, type Vote, type VoteTable, withVote } from './vote-table.ts'

/** A conversation as it goes on. A value: an update makes a new one, so two may be kept and compared. */
export interface Following {
  opinion: Opinion
  options: OpinionOptions
  patience: Patience
}

/** Which number of groups came out clearest lately, and how often running. */
export interface Patience {
  groups: number
  times: number
}

/** Another number of groups is taken up when it was clearest this often running (production: `group-k-buffer`). */
const PATIENCE = 4
/** The map then stands still to a ten-thousandth of its width, less than a screen shows; the next vote starts from there. */
const SETTLED_AGAIN = { tolerance: 1e-4, limit: 20 }

export function follow(table: VoteTable, options: OpinionOptions = {}): Following {
  const opinion = analyse(table, options)
  return { opinion, options, patience: { groups: opinion.grouping.count, times: PATIENCE } }
}

/**
 * One vote more, or one changed. Counts, shares and tests are exact for the new votes. Components start from where they
 * were and are settled to a residual of 10⁻⁴; base clusters and groups start from theirs, so nobody jumps because of a
 * stranger's vote; people once placed in a group stay in one; the number of groups changes with patience; groups keep their
 * numbers. How many components stand above noise is not asked again: `follow` does that.
 */
export function withOneVote(following: Following, vote: Vote): Following {
  const { opinion: before, options } = following
  const table = withVote(before.table, vote)
  const aside = setAside(table, options)
  const votes = centred(aside.table)
  const components = settledAgain(before, votes, firstNew(before.table.statements, table.statements))
  const people = placePeople(votes.cells, components.vectors, aside.indices.size)
  const newPerson = firstNew(before.table.participants, table.participants)
  const stayed = before.members.map((person) => (person >= newPerson ? person + 1 : person))
  const members = inConversation(table, stayed)
  const groupings = [regrouped(before, pointsAt(people, members), options.mostGroups ?? MOST_GROUPS)]
  const { patience, chosen } = chosenWithPatience(following, groupings)
  const groupBefore = groupOfEach({ table, members: stayed, grouping: before.grouping })
  const numbers = numbersKept(
    chosen,
    members.map((person) => groupBefore[person] ?? -1),
  )
  const grouping = renumbered(chosen, numbers)
  const { aboveNoise } = before
  const base = { table, setAside: aside, components, people, members, groupings, grouping, aboveNoise }
  return { options, patience, opinion: { ...base, ...describeGroups(base, recount(before, base, vote)) } }
}

/** By one cell and by the votes of those who changed group where nobody is new, otherwise from all votes. */
function recount(
  before: Opinion,
  now: Pick<Opinion, 'table' | 'members' | 'grouping'>,
  vote: Vote,
): GroupedVotes {
  const { table, grouping } = now
  const groupOf = groupOfEach(now)
  const isSame =
    before.table.participants === table.participants && before.table.statements === table.statements
  if (!isSame || before.counts.length !== grouping.count) return groupedVotes(table, groupOf, grouping.count)
  const person = findId(table.participants, vote.participant)
  const statement = findId(table.statements, vote.statement)
  const answer = answerAt(before.table, person, statement)
  return recounted(movedVotes(before, groupOf), { person, statement, before: answer, after: vote.answer })
}

/** Only the space in which the groups were found is gone through again. */
function regrouped(before: Opinion, placed: Points, mostGroups: number): Groupings {
  const { dims } = before.grouping
  const last = before.groupings.find(({ base }) => base.centers.dims === dims)
  const points = inDims(placed, dims)
  if (!last) return groupingsOf(points, { mostGroups })
  const centers = last.tried.map((grouping) => grouping.centers)
  return groupingsOf(points, {
    mostGroups,
    warm: { base: { centers: last.base.centers, labels: last.base.labels, rounds: 1 }, centers },
  })
}

function chosenWithPatience({ opinion, patience: before }: Following, groupings: readonly Groupings[]) {
  const tried = groupings.flatMap((one) => one.tried)
  const clearest = clearestOf(tried)
  const patience = { groups: clearest.count, times: before.groups === clearest.count ? before.times + 1 : 1 }
  const steady = tried.find((one) => one.count === opinion.grouping.count)
  return { patience, chosen: patience.times >= PATIENCE ? clearest : (steady ?? clearest) }
}

/** The place of the one new id; past the end if there is none. */
function firstNew(before: readonly string[], after: readonly string[]): number {
  if (before === after) return Number.POSITIVE_INFINITY
  const index = after.findIndex((id, i) => id !== before[i])
  return index < 0 ? Number.POSITIVE_INFINITY : index
}

function settledAgain({ components: before }: Opinion, votes: Centred, newStatement: number): Components {
  const start = [...before.vectors, ...before.spare].map((vector) => withPlaceFor(vector, newStatement))
  const count = Math.max(before.vectors.length, 2)
  const after = principalComponents(votes, { ...SETTLED_AGAIN, count, start })
  // A component may turn round as its greatest entry changes; the map must not.
  return { ...after, vectors: alignedWith(start, after.vectors) }
}

function withPlaceFor(vector: Float64Array, index: number): Float64Array {
  if (!Number.isFinite(index)) return vector
  const wider = new Float64Array(vector.length + 1)
  wider.set(vector.subarray(0, index))
  wider.set(vector.subarray(index), index + 1)
  return wider
}
