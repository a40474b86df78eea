import { nameOf } from '../papers.ts'
import { refuseImpossible } from '../refuse-impossible.ts'
import type { Result } from '../result.ts'
import { choose, type LookBack, votesOf } from './choose.ts'
import { amendLastStage, closeStage, resultOf } from './close-stage.ts'
import { doomed, isDoomed, refuseImpossibleGroups, unguarded } from './groups.ts'
import {
  byVotes,
  continuing,
  elect,
  exclude,
  isDecided,
  openTally,
  placesLeft,
  surplusOf,
  type Tally,
  type TallyStart,
  totalOf,
} from './tally.ts'
import { countFirstPreferences, moveParcel } from './transfer.ts'

/** What the rule books of the weighted inclusive Gregory family settle differently. */
export interface GregoryRules<Value> {
  rules: string
  quota(tally: Tally<Value>): Value
  hasQuota(tally: Tally<Value>, candidate: number): boolean
  lookBack: LookBack
  /** A candidate elected with exactly the quota still takes a stage of transfer, of nothing. */
  transfersZeroSurplus: boolean
  /** value × surplus ÷ votes, cut once; a rule book that cuts after each step says so here. */
  transferValue?(value: Value, surplus: Value, votes: Value): Value
  /** Candidates who may be excluded together now; empty where one goes at a time. */
  sureLosers?(tally: Tally<Value>): number[]
}

/**
 * The loop the family shares: elect whoever has the quota; transfer the largest surplus, all papers of the candidate at
 * value × surplus ÷ votes; with no surplus exclude the lowest; until the places are filled.
 */
export function countByGregory<Value>(start: TallyStart<Value>, rules: GregoryRules<Value>): Result {
  const tally = openTally(start)
  refuseImpossible(start.papers, start.places)
  refuseImpossibleGroups(tally)
  countFirstPreferences(tally)
  tally.quota = rules.quota(tally)
  electWithQuota(tally, rules)
  closeStage(tally, 'First preferences')
  while (!isDecided(tally)) nextStage(tally, rules)
  fillLastPlaces(tally)
  return resultOf(tally, rules.rules)
}

function nextStage<Value>(tally: Tally<Value>, rules: GregoryRules<Value>): void {
  const hopeless = doomed(tally)
  const losers = hopeless.length > 0 ? hopeless : (rules.sureLosers?.(tally) ?? [])
  if (losers.length > 0) {
    excludeAll(tally, rules, losers)
    return
  }
  if (tally.pending.size > 0) {
    const candidate = choose(
      tally,
      [...tally.pending].sort((a, b) => a - b),
      {
        purpose: 'transfer of the largest surplus',
        wanted: 'most votes',
        lookBack: rules.lookBack,
      },
    )
    transferSurplus(tally, rules, candidate)
    return
  }
  const lowest = choose(tally, unguarded(tally, continuing(tally)), {
    purpose: 'exclusion',
    wanted: 'fewest votes',
    lookBack: rules.lookBack,
  })
  excludeAll(tally, rules, [lowest])
}

function transferSurplus<Value>(tally: Tally<Value>, rules: GregoryRules<Value>, candidate: number): void {
  const { arithmetic } = tally
  const surplus = surplusOf(tally, candidate)
  const votes = totalOf(tally, candidate)
  tally.pending.delete(candidate)
  const parcels = tally.parcels[candidate] ?? []
  tally.parcels[candidate] = []
  tally.totals[candidate] = tally.quota
  for (const parcel of parcels) {
    const newValue = (rules.transferValue ?? arithmetic.share)(parcel.value, surplus, votes)
    moveParcel(tally, candidate, { parcel, newValue })
  }
  electWithQuota(tally, rules)
  const name = nameOf(tally.papers, candidate)
  closeStage(tally, `Surplus of ${name}: ${arithmetic.format(surplus)} of ${arithmetic.format(votes)} votes`)
}

function excludeAll<Value>(tally: Tally<Value>, rules: GregoryRules<Value>, losers: readonly number[]): void {
  for (const candidate of losers) exclude(tally, candidate)
  const said = losers.map(
    (candidate) => `${nameOf(tally.papers, candidate)}, ${votesOf(tally, candidate)} votes`,
  )
  if (rules.sureLosers && isDecided(tally)) {
    closeStage(tally, `Exclusion of ${said.join('; ')}: the places are filled without a transfer`)
    return
  }
  for (const candidate of losers) {
    const parcels = tally.parcels[candidate] ?? []
    tally.parcels[candidate] = []
    tally.totals[candidate] = tally.arithmetic.zero
    for (const parcel of parcels) moveParcel(tally, candidate, { parcel, newValue: parcel.value })
  }
  electWithQuota(tally, rules)
  closeStage(tally, `Exclusion of ${said.join('; ')}`)
}

/** Elects in the order of votes, as long as there are places and nobody doomed by a minimum is let in. */
function electWithQuota<Value>(tally: Tally<Value>, rules: GregoryRules<Value>): void {
  const { compare, zero } = tally.arithmetic
  const reached = continuing(tally).filter((candidate) => rules.hasQuota(tally, candidate))
  for (const candidate of byVotes(tally, reached)) {
    if (placesLeft(tally) <= 0 || isDoomed(tally, candidate)) continue
    elect(tally, candidate)
    const hasSurplus = compare(surplusOf(tally, candidate), zero) > 0
    if (hasSurplus || rules.transfersZeroSurplus) tally.pending.add(candidate)
  }
}

/** No more continue than places are left: all of them are elected, in the order of their votes. */
export function fillLastPlaces<Value>(tally: Tally<Value>): void {
  for (const candidate of byVotes(tally, continuing(tally))) {
    if (placesLeft(tally) <= 0) break
    elect(tally, candidate)
  }
  amendLastStage(tally)
}
