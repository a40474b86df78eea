import type { Counts } from './group-votes.ts'
import { moreThanHalf, shareInterval, shrunkShare, Z_90 } from './proportions.ts'

/** A statement that most of all take one side on. */
export interface Consensus {
  statement: number
  count: number
  trials: number
  share: number
  interval: [low: number, high: number]
  shareTest: number
}

const SHOWN = 5

/**
 * What people agree, or agree in rejecting, over everyone who voted: share above one half and its test above 90 %, the
 * five with the greatest share × test (production code, `repness/select-consensus-comments`).
 */
export function consensusStatements(everyone: Counts, excluded: ReadonlySet<number>) {
  return {
    agree: topOf(everyone.agrees, everyone.seen, excluded),
    disagree: topOf(everyone.disagrees, everyone.seen, excluded),
  }
}

function topOf(counts: Int32Array, seen: Int32Array, excluded: ReadonlySet<number>): Consensus[] {
  const found: Consensus[] = []
  counts.forEach((count, statement) => {
    const trials = seen[statement] ?? 0
    const share = shrunkShare(count, trials)
    const shareTest = moreThanHalf(count, trials)
    if (excluded.has(statement) || share <= 0.5 || shareTest <= Z_90) return
    found.push({ statement, count, trials, share, interval: shareInterval(count, trials), shareTest })
  })
  found.sort((a, b) => b.share * b.shareTest - a.share * a.shareTest || a.statement - b.statement)
  return found.slice(0, SHOWN)
}

/**
 * How far a statement is agreed with in *every* group: the product over groups of (agrees + 1) / (seen + 2) (production
 * code, `group-aware-consensus`; Small et al. 2021, "Group-informed consensus"). A big group cannot outvote a small one.
 */
export function groupAwareConsensus(groups: readonly Counts[], statements: number): Float64Array {
  return Float64Array.from({ length: statements }, (_, i) =>
    groups.reduce((product, group) => product * shrunkShare(group.agrees[i] ?? 0, group.seen[i] ?? 0), 1),
  )
}
