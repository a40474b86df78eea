import { askNextPriorities } from './ask-next.ts'
import {
  clearestOf,
  type Grouping,
  type Groupings,
  groupingsOf,
  inDims,
  numbersBySize,
  renumbered,
  silhouetteIn,
} from './choose-groups.ts'
import { type Consensus, consensusStatements, groupAwareConsensus } from './consensus.ts'
import { type Counts, type GroupedVotes, groupedVotes, summed } from './group-votes.ts'
import { inConversation } from './in-conversation.ts'
import { noiseFloor } from './noise-floor.ts'
import { extremities, type Points, placePeople, placeStatements, pointsAt } from './opinion-map.ts'
import {
  type Centred,
  type Components,
  centred,
  principalComponents,
  ROUGH,
  settledFor,
} from './principal-components.ts'
import { type Representative, representativeStatements } from './representative.ts'
import { indicesOf, type SetAside, setAside } from './set-aside.ts'
import type { VoteTable } from './vote-table.ts'

export interface OpinionOptions {
  /** Statements that moderation took out: they move nobody on the map and speak for no group. */
  setAside?: Iterable<string>
  /** Statements about the person ("I am a nurse"): never consensus-hunted, always shown early. */
  background?: Iterable<string>
  /** People to place in a group although they have few votes: those who were in before. */
  keep?: Iterable<string>
  /** The most groups to try. Production: 5. */
  mostGroups?: number
  /** Decides which random signs are thrown. */
  seed?: number
}

/** Everything found, by index into `table.participants` and `table.statements`. */
export interface Opinion {
  table: VoteTable
  setAside: SetAside
  /** At least two, and as many as stand above noise. */
  components: Components
  /** Everyone's place, one coordinate a component; the map is the first two. */
  people: Points
  statements: Points
  /** Who is placed in a group. */
  members: Int32Array
  /** Components that stand above noise. */
  aboveNoise: number
  groupings: Groupings[]
  grouping: Grouping
  /** Length people: the group, or −1. */
  groupOf: Int32Array
  counts: Counts[]
  everyone: Counts
  representative: Representative[][]
  consensus: { agree: Consensus[]; disagree: Consensus[] }
  groupAware: Float64Array
  askNext: Float64Array
}

export const MOST_GROUPS = 10
const MOST_COMPONENTS = 8
// The map is the published method, so it stands unless it hides something: silhouettes of the same groups differ by about
// 0.02 between resamples.
const CLEARLY = 0.05

/**
 * The opinion groups of a conversation: map, groups, what speaks for each, what all share, and what to ask next. Pure: the
 * same votes and options give the same bits, in whatever order the votes came. See README.md for each formula's source.
 */
export function analyse(table: VoteTable, options: OpinionOptions = {}): Opinion {
  const aside = setAside(table, options)
  const votes = centred(aside.table)
  const { components, aboveNoise } = componentsOf(votes, options.seed ?? 1)
  const people = placePeople(votes.cells, components.vectors, aside.indices.size)
  const members = inConversation(table, indicesOf(table.participants, options.keep))
  const placed = pointsAt(people, members)
  const { groupings, grouping } = groupsIn(placed, options.mostGroups ?? MOST_GROUPS)
  const base = { table, setAside: aside, components, people, members, aboveNoise, groupings, grouping }
  return { ...base, ...describeGroups(base, groupedVotes(table, groupOfEach(base), grouping.count)) }
}

/** The groups of the map or, where all components above noise show them clearly better, of those. */
function groupsIn(placed: Points, mostGroups: number) {
  const plane = groupingsOf(inDims(placed, 2), { mostGroups })
  const ofPlane = clearestOf(plane.tried)
  if (placed.dims <= 2) return { groupings: [plane], grouping: bySize(ofPlane) }
  const space = groupingsOf(placed, { mostGroups })
  const ofSpace = clearestOf(space.tried)
  const isClearer = ofSpace.silhouette > silhouetteIn(space.base, ofPlane) + CLEARLY
  return { groupings: [plane, space], grouping: bySize(isClearer ? ofSpace : ofPlane) }
}

function bySize(grouping: Grouping): Grouping {
  return renumbered(grouping, numbersBySize(grouping.labels, grouping.count))
}

/** Two for the map, and as many more as stand above noise. Roughly first, so that only those asked for are settled. */
function componentsOf(votes: Centred, seed: number) {
  const floor = noiseFloor(votes.cells, seed)
  const rough = principalComponents(votes, { ...ROUGH, count: MOST_COMPONENTS })
  const aboveNoise = [...rough.variances].filter((variance) => variance > floor).length
  const start = [...rough.vectors, ...rough.spare]
  const wanted = { ...settledFor(votes, Math.max(2, aboveNoise)), start }
  return { aboveNoise, components: principalComponents(votes, wanted) }
}

type Placed = Pick<Opinion, 'table' | 'setAside' | 'components' | 'members' | 'grouping'>

export function groupOfEach({
  table,
  members,
  grouping,
}: Pick<Placed, 'table' | 'members' | 'grouping'>): Int32Array {
  const groupOf = new Int32Array(table.participants.length).fill(-1)
  members.forEach((person, i) => {
    groupOf[person] = grouping.labels[i] ?? -1
  })
  return groupOf
}

/** Everything that follows from the groups and how they voted. */
export function describeGroups({ table, setAside: aside, components }: Placed, votes: GroupedVotes) {
  const { counts, everyone } = votes
  const statements = placeStatements(components)
  const grouped = summed(counts, table.statements.length)
  return {
    ...votes,
    statements,
    representative: representativeStatements(counts, aside.indices),
    consensus: consensusStatements(everyone, aside.indices),
    groupAware: groupAwareConsensus(counts, table.statements.length),
    askNext: askNextPriorities(grouped, extremities(inDims(statements, 2)), aside.background),
  }
}
