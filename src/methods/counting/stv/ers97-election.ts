import { validPapers } from '../papers.ts'
import { isDoomed } from './groups.ts'
import { byVotes, continuing, elect, placesLeft, surplusOf, type Tally, totalOf } from './tally.ts'

/**
 * ERS97 5.1.7, 5.3.13, 5.4.9: in descending order of votes, whoever has the quota, or the total active vote ÷ (places
 * left + 1), is deemed elected. The second grows easier as others are elected, so it is asked anew each time.
 */
export function electByErs97(tally: Tally<bigint>): void {
  for (;;) {
    const left = continuing(tally).filter((candidate) => !isDoomed(tally, candidate))
    const [first = 0] = byVotes(tally, left)
    const most = left.length > 0 ? totalOf(tally, first) : 0n
    if (placesLeft(tally) <= 0 || most === 0n || !isEnough(tally, most)) return
    const equals = left.filter((candidate) => totalOf(tally, candidate) === most)
    const chosen = tally.minimums.length > 0 ? equals.slice(0, 1) : withinPlaces(tally, equals)
    if (chosen.length === 0) return
    for (const candidate of chosen) elect(tally, candidate)
  }
}

function isEnough(tally: Tally<bigint>, votes: bigint): boolean {
  return votes >= tally.quota || votes * BigInt(placesLeft(tally) + 1) >= totalActiveVote(tally)
}

/** 6.20: votes of the continuing candidates and votes that await transfer. */
function totalActiveVote(tally: Tally<bigint>): bigint {
  let votes = continuing(tally).reduce((sum, candidate) => sum + totalOf(tally, candidate), 0n)
  for (const candidate of tally.elected) {
    const surplus = surplusOf(tally, candidate)
    if (surplus > 0n) votes += surplus
  }
  for (const [candidate, standing] of tally.standing.entries())
    if (standing === 'excluded') votes += totalOf(tally, candidate)
  return votes
}

/**
 * 5.6.2: where equals are more than the places left, those with more votes at the earliest point that parts them; those
 * who were always equal across the last place are not elected now.
 */
function withinPlaces(tally: Tally<bigint>, equals: readonly number[]): number[] {
  const places = placesLeft(tally)
  const ordered = [...equals].sort((a, b) => earlier(tally, a, b))
  if (ordered.length <= places) return ordered
  const [last, first] = [ordered[places - 1] ?? 0, ordered[places] ?? 0]
  return ordered
    .slice(0, places)
    .filter((candidate) => earlier(tally, last, first) !== 0 || earlier(tally, candidate, last) !== 0)
}

function earlier(tally: Tally<bigint>, a: number, b: number): number {
  for (const { totals } of tally.history) {
    const difference = (totals[b] ?? 0n) - (totals[a] ?? 0n)
    if (difference !== 0n) return difference > 0n ? 1 : -1
  }
  return 0
}

/** 5.1.6: valid (or still transferable) votes ÷ (places + 1), rounded up to the next hundredth. */
export function quotaByErs97({ papers, places, nonTransferable }: Tally<bigint>): bigint {
  const votes = 100n * BigInt(validPapers(papers)) - nonTransferable
  const parts = BigInt(places + 1)
  return (votes + parts - 1n) / parts
}
