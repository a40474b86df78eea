import type { Arithmetic } from '../arithmetic/arithmetic.ts'
import { nameOf, validPapers } from '../papers.ts'
import { refuseImpossible } from '../refuse-impossible.ts'
import type { Result } from '../result.ts'
import { breakTie } from './choose.ts'
import { amendLastStage, closeStage, resultOf } from './close-stage.ts'
import { distribute, growTree, type Keeping, type KeepRules, openKeeping } from './distribute.ts'
import { fillLastPlaces } from './gregory.ts'
import { doomed, isDoomed, refuseImpossibleGroups, unguarded } from './groups.ts'
import { sureLosersAt } from './sure-losers.ts'
import {
  byVotes,
  continuing,
  elect,
  exclude,
  isDecided,
  placesLeft,
  sum,
  type TallyStart,
  totalOf,
} from './tally.ts'

type Spread = { kind: 'elected' } | { kind: 'spread' } | { kind: 'sure losers'; losers: number[] }

/**
 * The loop of Meek's and Warren's rules: spread every paper anew with the keep factors, set the quota from what is held,
 * elect, lower the factors of the elected until their surplus is as good as gone, then exclude the lowest.
 */
export function countByKeepFactors<Value>(start: TallyStart<Value>, rules: KeepRules<Value>): Result {
  refuseImpossible(start.papers, start.places)
  const keeping = openKeeping(start, rules)
  const { tally } = keeping
  refuseImpossibleGroups(tally)
  distribute(keeping)
  tally.quota = rules.quota(tally.arithmetic.of(validPapers(tally.papers)))
  closeRound(keeping, 'First preferences')
  while (!isDecided(tally)) nextRound(keeping)
  fillLastPlaces(tally)
  amendLastStage(tally)
  return resultOf(tally, rules.rules)
}

function nextRound<Value>(keeping: Keeping<Value>): void {
  const { tally } = keeping
  const hopeless = doomed(tally)
  if (hopeless.length > 0) {
    excludeTogether(keeping, hopeless, 'no place is left for them under the minimums')
    return
  }
  const spread = spreadSurplus(keeping)
  if (spread.kind === 'elected') closeRound(keeping, 'Election')
  else if (spread.kind === 'sure losers') excludeTogether(keeping, spread.losers, 'they cannot win any more')
  else excludeTogether(keeping, [lowestOf(keeping)], `surplus ${tally.arithmetic.format(keeping.surplus)}`)
}

function spreadSurplus<Value>(keeping: Keeping<Value>): Spread {
  const { tally, rules, factors } = keeping
  const { arithmetic } = tally
  let before = arithmetic.of(validPapers(tally.papers))
  for (;;) {
    distribute(keeping)
    tally.quota = rules.quota(sum(arithmetic, tally.totals))
    const hasElected = electWithQuota(keeping)
    const surpluses = tally.elected.map((candidate) =>
      arithmetic.subtract(totalOf(tally, candidate), tally.quota),
    )
    const surplus = sum(arithmetic, surpluses)
    keeping.surplus = arithmetic.compare(surplus, arithmetic.zero) < 0 ? arithmetic.zero : surplus
    if (hasElected) return { kind: 'elected' }
    if (rules.isSmall(keeping.surplus) || arithmetic.compare(keeping.surplus, before) >= 0)
      return { kind: 'spread' }
    const losers = rules.excludesSureLosers ? sureLosersAt(tally, keeping.surplus) : []
    if (losers.length > 0) return { kind: 'sure losers', losers }
    before = keeping.surplus
    for (const candidate of tally.elected) {
      const share = arithmetic.multiply(factors[candidate] ?? arithmetic.one, tally.quota, 'up')
      factors[candidate] = arithmetic.divide(share, totalOf(tally, candidate), 'up')
    }
  }
}

function electWithQuota<Value>({ tally }: Keeping<Value>): boolean {
  const { compare, isExact } = tally.arithmetic
  const reached = continuing(tally).filter((candidate) => {
    const difference = compare(totalOf(tally, candidate), tally.quota)
    return isExact ? difference > 0 : difference >= 0
  })
  const before = tally.elected.length
  for (const candidate of byVotes(tally, reached)) {
    if (placesLeft(tally) > 0 && !isDoomed(tally, candidate)) elect(tally, candidate)
  }
  return tally.elected.length > before
}

/** Candidates within one total surplus of the lowest count as equal with it (Reference Meek rule, B.3). */
function lowestOf<Value>({ tally, surplus }: Keeping<Value>): number {
  const { arithmetic } = tally
  const candidates = unguarded(tally, continuing(tally))
  const lowest = byVotes(tally, candidates).at(-1) ?? 0
  const limit = arithmetic.add(totalOf(tally, lowest), surplus)
  const equals = candidates.filter((candidate) => arithmetic.compare(limit, totalOf(tally, candidate)) >= 0)
  if (equals.length === 1) return lowest
  return breakTie(tally, equals, { purpose: 'exclusion', wanted: 'fewest votes', lookBack: 'not at all' })
}

function excludeTogether<Value>(keeping: Keeping<Value>, candidates: readonly number[], why: string): void {
  const { tally, factors } = keeping
  for (const candidate of candidates) exclude(tally, candidate)
  const names = candidates.map((candidate) => nameOf(tally.papers, candidate)).join(', ')
  closeRound(keeping, `Exclusion of ${names}: ${why}`)
  for (const candidate of candidates) {
    factors[candidate] = tally.arithmetic.zero
    tally.totals[candidate] = tally.arithmetic.zero
  }
  growTree(keeping)
}

/** The stage shows the votes on which the decision rests, so an excluded candidate still has his or hers. */
function closeRound<Value>({ tally, factors }: Keeping<Value>, action: string): void {
  const { arithmetic, papers } = tally
  const keepFactors = factors.map((factor, candidate): [string, string] => [
    nameOf(papers, candidate),
    arithmetic.format(factor),
  ])
  closeStage(tally, action, {
    quota: arithmetic.format(tally.quota),
    keepFactors: Object.fromEntries(keepFactors),
  })
}

/** Quota of a Droop kind: votes held ÷ (places + 1), one step more where decimals are cut. */
export function droopShare<Value>(arithmetic: Arithmetic<Value>, places: number): (votes: Value) => Value {
  return (votes) => arithmetic.add(arithmetic.divide(votes, arithmetic.of(places + 1)), arithmetic.step)
}
