import type { Opinion } from './analyse.ts'
import type { Consensus } from './consensus.ts'
import type { Minority } from './minorities.ts'
import { shrunkShare } from './proportions.ts'
import { mapOf, traceOf } from './report-map.ts'
import type { Representative } from './representative.ts'
import type { Stability } from './stability.ts'

/** Beside the analysis: what was said, and what resampling told. */
export interface ReportParts {
  opinion: Opinion
  texts?: ReadonlyMap<string, string>
  stability?: Stability
  minorities?: readonly Minority[]
  /** What whoever asked had set, to be published with the answer. */
  settings?: Readonly<Record<string, string | number | boolean>>
}

export type OpinionReport = ReturnType<typeof reportOf>

/** Version of the mathematics: it changes whenever the same votes would give other groups. */
export const METHOD = 'polis-2021+folkmoot-1'

/** The stable JSON shape: `participants`, `statements`, `groups`, `consensus`, and beside them all it takes to check them. */
export function reportOf(parts: ReportParts) {
  const { opinion, stability } = parts
  return {
    method: METHOD,
    settings: parts.settings ?? {},
    ...sizesOf(opinion),
    clarity: clarityOf(parts),
    groups: opinion.counts.map((_, group) => groupOf(parts, group)),
    ...sharedOf(parts),
    minorities: parts.minorities?.map((minority) => minorityOf(parts, minority)),
    ask_next: ranked(opinion.askNext, opinion).map(([index, priority]) => ({
      ...named(parts, index),
      priority,
    })),
    map: mapOf(opinion, stability),
    trace: traceOf(opinion),
  }
}

function sizesOf({ table, members, groupOf: groups, setAside }: Opinion) {
  return {
    participants: table.participants.length,
    statements: table.statements.length,
    votes: table.answerOf.length,
    in_conversation: members.length,
    ungrouped: table.participants.filter((_, person) => groups[person] === -1),
    set_aside: Array.from(setAside.indices, (index) => table.statements[index]),
  }
}

function sharedOf(parts: ReportParts) {
  const { opinion } = parts
  const consensus = (side: 'agree' | 'disagree') =>
    opinion.consensus[side].map((one) => ({
      ...named(parts, one.statement),
      ...shared(one),
      by_group: sharesIn(opinion, one, side),
    }))
  return {
    consensus: { agree: consensus('agree'), disagree: consensus('disagree') },
    group_aware_consensus: ranked(opinion.groupAware, opinion).map(([index, value]) => ({
      ...named(parts, index),
      value,
    })),
  }
}

function named({ opinion, texts }: ReportParts, index: number): { statement: string; text?: string } {
  const statement = opinion.table.statements[index] ?? ''
  const text = texts?.get(statement)
  return text ? { statement, text } : { statement }
}

function clarityOf({ opinion, stability }: ReportParts) {
  return {
    components_above_noise: opinion.aboveNoise,
    components_used: opinion.grouping.dims,
    silhouette: opinion.grouping.silhouette,
    tried: opinion.groupings.flatMap(({ tried }) =>
      tried.map(({ count, dims, silhouette }) => ({ groups: count, components: dims, silhouette })),
    ),
    resamples: stability?.resamples ?? 0,
    groups_in_resamples: stability?.chosen,
  }
}

function groupOf(parts: ReportParts, group: number) {
  const { opinion, stability } = parts
  const { table, grouping } = opinion
  const own = Array.from(opinion.members.keys()).filter((i) => grouping.labels[i] === group)
  const { dims, values } = grouping.centers
  const likeness = stability?.likeness[group]
  return {
    id: group,
    size: own.length,
    members: own.map((i) => table.participants[opinion.members[i] ?? 0] ?? ''),
    center: Array.from(values.subarray(group * dims, (group + 1) * dims)),
    stability: likeness,
    verdict: likeness === undefined ? undefined : verdictOn(likeness),
    /** Members who came back with their group in fewer than 80 % of resamples. */
    uncertain: stability && own.filter((i) => (stability.certainty[i] ?? 0) < 0.8).length,
    representative: (opinion.representative[group] ?? []).map((one) => said(parts, one)),
  }
}

function minorityOf(parts: ReportParts, minority: Minority) {
  return {
    inside_group: minority.group,
    size: minority.people.length,
    members: Array.from(minority.people, (person) => parts.opinion.table.participants[person] ?? ''),
    distance: minority.distance,
    chance: minority.chance,
    representative: minority.representative.map((one) => said(parts, one)),
  }
}

/** In Hennig's words and bounds (2007, and the manual of `clusterboot`). */
function verdictOn(likeness: number): 'steady' | 'a pattern' | 'doubtful' | 'dissolves' {
  if (likeness >= 0.75) return 'steady'
  if (likeness >= 0.6) return 'a pattern'
  return likeness >= 0.5 ? 'doubtful' : 'dissolves'
}

function said(parts: ReportParts, one: Representative) {
  return {
    ...named(parts, one.statement),
    side: one.side,
    count: one.count,
    of: one.trials,
    share: one.share,
    interval: one.interval,
    share_test: one.shareTest,
    ratio: one.ratio,
    ratio_test: one.ratioTest,
    best_agree: one.isBestAgree,
  }
}

function shared(one: Consensus) {
  return {
    count: one.count,
    of: one.trials,
    share: one.share,
    interval: one.interval,
    share_test: one.shareTest,
  }
}

/** A consensus of all may still be a dispute in one group, so each group's share stands beside it. */
function sharesIn({ counts }: Opinion, one: Consensus, side: 'agree' | 'disagree'): number[] {
  return counts.map((group) => {
    const took = side === 'agree' ? group.agrees : group.disagrees
    return shrunkShare(took[one.statement] ?? 0, group.seen[one.statement] ?? 0)
  })
}

/** Statements that are not set aside, by falling value; of equals, by id. */
function ranked(values: Float64Array, { setAside }: Opinion): [index: number, value: number][] {
  return [...values.entries()]
    .filter(([index]) => !setAside.indices.has(index))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
}
