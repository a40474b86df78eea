import type { Membership } from './assign-themes.ts'
import { bestPairing } from './best-pairing.ts'
import { adjustedMutualInformation } from './mutual-information.ts'

const BINS = 10
const LEAST_A_BIN = 20
/** Agreement of partitions is worked out on at most so many rows. */
const ROWS_TO_COMPARE = 20_000

/** For a membership, the share of repeated runs in which such a membership held, 0 to 1. */
export type Sureness = (membership: Membership, isFirst: boolean) => number

/** Adjusted mutual information of two runs' first themes: 1 when they tell the same story. */
export function sameStory(
  one: readonly (readonly Membership[])[],
  other: readonly (readonly Membership[])[],
): number {
  const step = Math.max(1, Math.ceil(one.length / ROWS_TO_COMPARE))
  const rows = [...one.keys()].filter((row) => row % step === 0)
  const first = (run: readonly (readonly Membership[])[]) => rows.map((row) => run[row]?.[0]?.theme ?? -1)
  return adjustedMutualInformation(first(one), first(other))
}

/**
 * How sure an answer's theme is, learnt from runs with other seeds and other samples: memberships are put in ten classes by
 * their lead, and each class gets the share of its members that the other runs found too, never falling with
 * the lead (isotonic regression by pooling adjacent violators: Barlow et al. 1972; as calibration: Zadrozny and Elkan 2002).
 * Without runs to compare with, nothing is known: 0.
 */
export function surenessFrom(run: readonly Membership[][], others: readonly Membership[][][]): Sureness {
  const first = calibrate(observe(run, others, true))
  const further = calibrate(observe(run, others, false))
  return ({ lead }, isFirst) => (isFirst ? first : further)(lead)
}

interface Observation {
  lead: number
  held: number
}

function observe(
  run: readonly Membership[][],
  others: readonly Membership[][][],
  isFirst: boolean,
): Observation[] {
  return others.flatMap((other) => {
    const partner = partnersIn(run, other)
    return run.flatMap((memberships, row) => {
      const found = new Set(other[row]?.map(({ theme }) => theme))
      const looked = isFirst ? memberships.slice(0, 1) : memberships.slice(1)
      return looked.map(({ theme, lead }) => ({ lead, held: found.has(partner[theme] ?? -1) ? 1 : 0 }))
    })
  })
}

/** For each theme of one run the theme of the other that shares most answers with it, one to one. */
function partnersIn(run: readonly Membership[][], other: readonly Membership[][]): number[] {
  const count = (themes: readonly Membership[][]) =>
    themes.reduce((most, row) => Math.max(most, 1 + (row[0]?.theme ?? -1)), 0)
  const shared = Array.from({ length: count(run) }, () => new Array<number>(count(other)).fill(0))
  run.forEach((memberships, row) => {
    const [mine, theirs] = [memberships[0]?.theme, other[row]?.[0]?.theme]
    const line = mine === undefined ? undefined : shared[mine]
    if (line && theirs !== undefined) line[theirs] = (line[theirs] ?? 0) + 1
  })
  return bestPairing(shared)
}

function calibrate(observations: readonly Observation[]): (lead: number) => number {
  const sorted = observations.toSorted((a, b) => a.lead - b.lead)
  const size = Math.max(LEAST_A_BIN, Math.ceil(sorted.length / BINS))
  const bins: { from: number; held: number; count: number }[] = []
  for (let at = 0; at < sorted.length; at += size) {
    const members = sorted.slice(at, at + size)
    bins.push({
      from: members[0]?.lead ?? 0,
      held: members.reduce((sum, { held }) => sum + held, 0),
      count: members.length,
    })
  }
  const rising = poolAdjacent(bins)
  return (lead) => {
    const bin = rising.findLast(({ from }) => lead >= from) ?? rising[0]
    return bin ? bin.held / bin.count : 0
  }
}

function poolAdjacent<Bin extends { held: number; count: number }>(bins: readonly Bin[]): Bin[] {
  const pooled: Bin[] = []
  for (const bin of bins) {
    let last = { ...bin }
    for (
      let before = pooled.at(-1);
      before && before.held * last.count > last.held * before.count;
      before = pooled.at(-1)
    ) {
      last = { ...before, held: before.held + last.held, count: before.count + last.count }
      pooled.pop()
    }
    pooled.push(last)
  }
  return pooled
}
