import type { CastVoteRecords, Inactive } from './rctab.ts'

/** Where the papers of one kind lie: with a candidate, or inactive. */
export interface Pile {
  slots: readonly number[]
  count: bigint
  /** Rank it counts for now, -1 before the first. */
  at: number
  lastMarked: number
  holder: number | Inactive
  /** What each paper still counts, in steps. */
  value: bigint
}

/** What one candidate's papers brought to others, `undefined` standing for nobody, and what decimals lost. */
export interface Passed {
  to: Map<number | undefined, bigint>
  residual: bigint
}

export type Transfers = Map<number, Passed>

/** A pile for each kind of paper, not yet with anybody; `one` is what a paper counts at first. */
export function openPiles({ kinds }: CastVoteRecords, one: bigint): Pile[] {
  return kinds.map(({ slots, count }) => ({
    slots,
    count: BigInt(count),
    at: -1,
    lastMarked: -1,
    holder: 'exhaustedChoices',
    value: one,
  }))
}
