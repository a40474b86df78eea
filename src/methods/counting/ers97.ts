import { fixedDecimals } from './arithmetic/fixed.ts'
import type { CountRequest } from './count-request.ts'
import { nameOf } from './papers.ts'
import { refuseImpossible } from './refuse-impossible.ts'
import type { Result } from './result.ts'
import { strictPapers } from './strict-papers.ts'
import { choose } from './stv/choose.ts'
import { closeStage, resultOf } from './stv/close-stage.ts'
import { electByErs97, quotaByErs97 } from './stv/ers97-election.ts'
import { excludeByBatches } from './stv/ers97-exclusion.ts'
import { fillLastPlaces } from './stv/gregory.ts'
import { doomed, refuseImpossibleGroups, unguarded } from './stv/groups.ts'
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
  totalOf,
} from './stv/tally.ts'
import { countFirstPreferences, moveParcel, transferablePapers } from './stv/transfer.ts'

/**
 * Single transferable vote by the Electoral Reform Society's rules (Newland and Britton, "How to conduct an election by the
 * single transferable vote", 3rd edition, 1997, section 5): two decimals; a quota that falls until somebody is elected
 * (5.4.8); only the last batch of papers makes up a surplus (5.3.2), shared among the transferable ones (5.3.7); surpluses
 * too small to change who is lowest wait (5.2.2); as many as cannot be saved are excluded together (5.2.5), batch by batch
 * in descending value (5.4); ties by the earliest point that parts them, then by lot.
 */
export function countErs97({ papers, places, lots, minimums }: CountRequest): Result {
  const strict = strictPapers(papers, 'stop')
  refuseImpossible(strict, places)
  const tally = openTally({ papers: strict, places, arithmetic: fixedDecimals(2), lots, minimums })
  refuseImpossibleGroups(tally)
  countFirstPreferences(tally)
  tally.quota = quotaByErs97(tally)
  // 5.6.2 looks at earlier points, of which the first stage is one.
  electByErs97(tally)
  closeStage(tally, 'First preferences', { quota: tally.arithmetic.format(tally.quota) })
  while (!isDecided(tally)) nextStage(tally)
  fillLastPlaces(tally)
  return resultOf(tally, 'ers97')
}

function nextStage(tally: Tally<bigint>): void {
  const hopeless = doomed(tally)
  const surpluses = tally.elected.filter((candidate) => surplusOf(tally, candidate) > 0n)
  const waiting = surpluses.reduce((sum, candidate) => sum + surplusOf(tally, candidate), 0n)
  const together = hopeless.length > 0 ? hopeless : excludedTogether(tally, waiting)
  if (surpluses.length > 0 && together.length === 0) {
    const question = {
      purpose: 'transfer of the largest surplus',
      wanted: 'most votes',
      lookBack: 'earliest stage first',
    } as const
    transferSurplus(tally, choose(tally, surpluses, question))
    return
  }
  if (together.length > 0) {
    excludeOrFinish(tally, together)
    return
  }
  const question = { purpose: 'exclusion', wanted: 'fewest votes', lookBack: 'earliest stage first' } as const
  excludeOrFinish(tally, [choose(tally, unguarded(tally, continuing(tally)), question)])
}

/**
 * 5.2.5 and 5.2.2: the most candidates whose votes, with all waiting surpluses, do not exceed the vote next above, while
 * enough remain. Empty when the lowest are equal or a surplus could change who is lowest.
 */
function excludedTogether(tally: Tally<bigint>, waiting: bigint): number[] {
  if (tally.minimums.length > 0) return []
  const rising = byVotes(tally, continuing(tally)).reverse()
  let votes = waiting
  let size = 0
  for (let i = 0; i + 1 < rising.length && rising.length - (i + 1) >= placesLeft(tally); i += 1) {
    const vote = totalOf(tally, rising[i] ?? 0)
    const above = totalOf(tally, rising[i + 1] ?? 0)
    votes += vote
    if (votes <= above && vote < above) size = i + 1
  }
  return rising.slice(0, size).sort((a, b) => a - b)
}

/** 5.5.1: an exclusion that leaves as many as there are places elects them, without a transfer. */
function excludeOrFinish(tally: Tally<bigint>, candidates: readonly number[]): void {
  const names = candidates.map((candidate) => nameOf(tally.papers, candidate)).join(', ')
  for (const candidate of candidates) exclude(tally, candidate)
  if (continuing(tally).length <= placesLeft(tally)) {
    for (const candidate of byVotes(tally, continuing(tally))) elect(tally, candidate)
    closeStage(
      tally,
      `Exclusion of ${names} would leave as many as there are places: all of them are elected`,
    )
    return
  }
  excludeByBatches(tally, candidates)
  closeStage(tally, `Exclusion of ${names}`, { quota: tally.arithmetic.format(tally.quota) })
}

/** 5.3: the papers that made the surplus go on at surplus ÷ transferable papers, but never above their value. */
function transferSurplus(tally: Tally<bigint>, candidate: number): void {
  const surplus = surplusOf(tally, candidate)
  const parcels = tally.parcels[candidate] ?? []
  const lastPoint = parcels.at(-1)?.point
  const selected = parcels.filter(({ point }) => point === lastPoint)
  const value = selected[0]?.value ?? 0n
  const transferable = selected.reduce((sum, { groups }) => sum + transferablePapers(tally, groups), 0)
  const isShared = value * BigInt(transferable) > surplus
  const newValue = isShared ? surplus / BigInt(transferable) : value
  const before = tally.nonTransferable
  for (const parcel of selected) moveParcel(tally, candidate, { parcel, newValue })
  tally.parcels[candidate] = parcels.filter(({ point }) => point !== lastPoint)
  tally.totals[candidate] = tally.quota
  // 5.3.10: what the surplus has over the value passed on is the non-transferable difference; set-aside papers carry none.
  tally.nonTransferable = before + surplus - newValue * BigInt(transferable)
  electByErs97(tally)
  const { format } = tally.arithmetic
  closeStage(
    tally,
    `Surplus of ${nameOf(tally.papers, candidate)}: ${format(surplus)} over ${transferable} transferable papers`,
  )
}
