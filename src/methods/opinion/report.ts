import type { Opinion } from './analyse.ts'
import type { Consensus } from './consensus.ts'
import type { Counts } from './group-votes.ts'
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
}

export type OpinionReport = ReturnType<typeof reportOf>

/** Version of the mathematics: it changes whenever the same votes would give other groups. */
export const METHOD = 'polis-2021+folkmoot-1'

/** The stable JSON shape: `participants`, `statements`, `groups`, `consensus`, and beside them all it takes to check them. */
export function reportOf(parts: ReportParts) {
  const { opinion, stability, minorities } = parts
  const { table } = opinion
  const name = namer(parts)
  return {
    method: METHOD,
    participants: table.participants.length,
    statements: table.statements.length,
    votes: table.answerOf.length,
    in_conversation: opinion.members.length,
    ungrouped: table.participants.filter((_, person) => opinion.groupOf[person] === -1),
    set_aside: [...opinion.setAside.indices].map((index) => table.statements[index]),
    clarity: clarityOf(parts),
    groups: opinion.counts.map((_, group) => ({
      id: group,
      ...groupOf(parts, group),
      representative: (opinion.representative[group] ?? []).map((one) => ({
        ...name(one.statement),
        ...said(one),
      })),
    })),
    consensus: {
      agree: opinion.consensus.agree.map((one) => ({
        ...name(one.statement),
        ...shared(one),
        ...within(opinion, one, 'agree'),
      })),
      disagree: opinion.consensus.disagree.map((one) => ({
        ...name(one.statement),
        ...shared(one),
        ...within(opinion, one, 'disagree'),
      })),
    },
    group_aware_consensus: ranked(opinion.groupAware, opinion.setAside.indices).map(([index, value]) => ({
      ...name(index),
      value,
    })),
    minorities: minorities?.map((minority) => ({
      inside_group: minority.group,
      size: minority.people.length,
      members: Array.from(minority.people, (person) => table.participants[person]),
      distance: minority.distance,
      chance: minority.chance,
      representative: minority.representative.map((one) => ({ ...name(one.statement), ...said(one) })),
    })),
    ask_next: ranked(opinion.askNext, opinion.setAside.indices).map(([index, priority]) => ({
      ...name(index),
      priority,
    })),
    map: mapOf(opinion, stability),
    trace: traceOf(opinion),
  }
}

function namer({ opinion, texts }: ReportParts) {
  return (index: number) => {
    const statement = opinion.table.statements[index] ?? ''
    const text = texts?.get(statement)
    return text ? { statement, text } : { statement }
  }
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

function groupOf({ opinion, stability }: ReportParts, group: number) {
  const { table, grouping } = opinion
  const members = Array.from(opinion.members).filter((_, i) => grouping.labels[i] === group)
  const { dims } = grouping.centers
  return {
    size: members.length,
    members: members.map((person) => table.participants[person] ?? ''),
    center: Array.from(grouping.centers.values.subarray(group * dims, (group + 1) * dims)),
    stability: stability?.likeness[group],
    verdict: stability && verdictOn(stability.likeness[group] ?? 0),
  }
}

/** In Hennig's words and bounds (2007, and the manual of `clusterboot`). */
export function verdictOn(likeness: number): 'steady' | 'a pattern' | 'doubtful' | 'dissolves' {
  if (likeness >= 0.75) return 'steady'
  if (likeness >= 0.6) return 'a pattern'
  return likeness >= 0.5 ? 'doubtful' : 'dissolves'
}

function said(one: Representative) {
  return {
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
function within({ counts }: Opinion, one: Consensus, side: 'agree' | 'disagree') {
  const share = (group: Counts) =>
    shrunkShare(
      (side === 'agree' ? group.agrees : group.disagrees)[one.statement] ?? 0,
      group.seen[one.statement] ?? 0,
    )
  return { by_group: counts.map(share) }
}

function ranked(values: Float64Array, excluded: ReadonlySet<number>): [index: number, value: number][] {
  return [...values.entries()]
    .filter(([index]) => !excluded.has(index))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
}
