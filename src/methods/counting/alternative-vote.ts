import { fixedDecimals } from './arithmetic/fixed.ts'
import type { CountRequest } from './count-request.ts'
import { nameOf } from './papers.ts'
import { refuseImpossible } from './refuse-impossible.ts'
import { CountRefused, type Result } from './result.ts'
import { strictPapers } from './strict-papers.ts'
import { choose, votesOf } from './stv/choose.ts'
import { amendLastStage, closeStage, resultOf } from './stv/close-stage.ts'
import { continuing, elect, exclude, openTally, sum, type Tally, totalOf } from './stv/tally.ts'
import { countFirstPreferences, moveParcel } from './stv/transfer.ts'

/**
 * The alternative vote (instant run-off) for one place, as the Parliamentary Voting System and Constituencies Act 2011,
 * schedule 10, writes it: whoever has more votes than all others together is elected; otherwise the candidate with fewest
 * is out and each paper goes to the one its voter ranked highest of those left (rule 45A). Ties by the earliest stage that
 * parts them, then by lot (rules 49 and 49A). A missing rank is passed over; a shared one ends the paper.
 */
export function countAlternativeVote({ papers, places, lots, minimums }: CountRequest): Result {
  if (places !== 1)
    throw new CountRefused(`The alternative vote fills one place, not ${places}. For more, use an STV rule.`)
  if (minimums.length > 0)
    throw new CountRefused('With one place there is nothing to share: drop the minimums or use an STV rule.')
  const strict = strictPapers(papers, 'go on')
  refuseImpossible(strict, places)
  const start = { papers: strict, places, arithmetic: fixedDecimals(0), lots, minimums }
  const tally = openTally(start)
  countFirstPreferences(tally)
  closeStage(tally, 'First preferences')
  while (tally.elected.length === 0) nextStage(tally)
  return { ...resultOf(tally, 'av'), quota: null }
}

function nextStage(tally: Tally<bigint>): void {
  const standing = continuing(tally)
  const active = sum(
    tally.arithmetic,
    standing.map((candidate) => totalOf(tally, candidate)),
  )
  const isLastTwo = standing.length <= 2
  const majority = standing.find((candidate) => 2n * totalOf(tally, candidate) > active)
  if (majority !== undefined || isLastTwo) {
    const question = { purpose: 'election', wanted: 'most votes', lookBack: 'earliest stage first' } as const
    elect(tally, majority ?? choose(tally, standing, question))
    amendLastStage(tally)
    return
  }
  const lowest = choose(tally, standing, {
    purpose: 'exclusion',
    wanted: 'fewest votes',
    lookBack: 'earliest stage first',
  })
  const votes = votesOf(tally, lowest)
  exclude(tally, lowest)
  const parcels = tally.parcels[lowest] ?? []
  tally.totals[lowest] = 0n
  for (const parcel of parcels) moveParcel(tally, lowest, { parcel, newValue: parcel.value })
  closeStage(tally, `Exclusion of ${nameOf(tally.papers, lowest)}, ${votes} votes`)
}
