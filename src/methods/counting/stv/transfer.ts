import { CANDIDATE, nameOf } from '../papers.ts'
import type { Transfer } from '../result.ts'
import { type Parcel, type Tally, totalOf } from './tally.ts'

const NOBODY = 0xffff

/** Gives every paper to its first continuing candidate, worth one vote. Papers that name none become non-transferable. */
export function countFirstPreferences<Value>(tally: Tally<Value>): void {
  const groups = Uint32Array.from({ length: tally.papers.counts.length }, (_, group) => group)
  const all: Parcel<Value> = { groups, papers: 0, value: tally.arithmetic.one, point: 1 }
  sortParcel(tally, all, tally.arithmetic.one)
}

/**
 * Moves a parcel's papers to the next continuing candidate each names, at `newValue` a paper, and answers what happened.
 * The giver's total is not touched: rule books differ in what remains with it.
 */
export function moveParcel<Value>(
  tally: Tally<Value>,
  from: number,
  { parcel, newValue }: { parcel: Parcel<Value>; newValue: Value },
): Transfer {
  const { arithmetic, papers } = tally
  const { received, nonTransferablePapers } = sortParcel(tally, parcel, newValue)
  const transfer: Transfer = {
    from: nameOf(papers, from),
    papers: parcel.papers,
    value: arithmetic.format(parcel.value),
    newValue: arithmetic.format(newValue),
    to: received.map(({ candidate, count }) => ({
      name: nameOf(papers, candidate),
      papers: count,
      votes: arithmetic.format(arithmetic.times(newValue, count)),
    })),
    nonTransferablePapers,
  }
  tally.open.transfers.push(transfer)
  return transfer
}

/** How many papers of the groups name a continuing candidate still. */
export function transferablePapers<Value>(tally: Tally<Value>, groups: Uint32Array): number {
  return sortGroups(tally, groups).paperCounts.reduce((sum, papers) => sum + papers, 0)
}

interface Sorted {
  received: { candidate: number; count: number }[]
  nonTransferablePapers: number
}

function sortParcel<Value>(tally: Tally<Value>, parcel: Parcel<Value>, value: Value): Sorted {
  const { arithmetic, papers } = tally
  const size = papers.candidates.length
  const { receiver, groupCounts, paperCounts, nonTransferablePapers } = sortGroups(tally, parcel.groups)
  const piles = Array.from({ length: size }, (_, candidate) => new Uint32Array(groupCounts[candidate] ?? 0))
  const filled = new Uint32Array(size)
  for (let i = 0; i < receiver.length; i += 1) {
    const candidate = receiver[i] ?? NOBODY
    const pile = piles[candidate]
    if (!pile) continue
    const at = filled[candidate] ?? 0
    pile[at] = parcel.groups[i] ?? 0
    filled[candidate] = at + 1
  }
  const received: Sorted['received'] = []
  for (const [candidate, groups] of piles.entries()) {
    if (groups.length === 0) continue
    const count = paperCounts[candidate] ?? 0
    tally.parcels[candidate]?.push({ groups, papers: count, value, point: tally.history.length + 1 })
    tally.totals[candidate] = arithmetic.add(totalOf(tally, candidate), arithmetic.times(value, count))
    received.push({ candidate, count })
  }
  tally.nonTransferable = arithmetic.add(
    tally.nonTransferable,
    arithmetic.times(value, nonTransferablePapers),
  )
  return { received, nonTransferablePapers }
}

/**
 * The hot loop of every transfer: advances each group to its next continuing candidate. `receiver[i]` is that candidate
 * for `groups[i]`, or `NOBODY`.
 */
function sortGroups<Value>(tally: Tally<Value>, groups: Uint32Array) {
  const { starts, marks, counts, candidates } = tally.papers
  const isContinuing = Uint8Array.from(tally.standing, (standing) => (standing === 'continuing' ? 1 : 0))
  const receiver = new Uint16Array(groups.length)
  const groupCounts = new Uint32Array(candidates.length)
  const paperCounts = new Float64Array(candidates.length)
  let nonTransferablePapers = 0
  for (let i = 0; i < groups.length; i += 1) {
    const group = groups[i] ?? 0
    const end = starts[group + 1] ?? 0
    let at = tally.position[group] ?? 0
    while (at < end && isContinuing[(marks[at] ?? 0) & CANDIDATE] === 0) at += 1
    tally.position[group] = at
    const count = counts[group] ?? 0
    if (at === end) {
      receiver[i] = NOBODY
      nonTransferablePapers += count
      continue
    }
    const candidate = (marks[at] ?? 0) & CANDIDATE
    receiver[i] = candidate
    groupCounts[candidate] = (groupCounts[candidate] ?? 0) + 1
    paperCounts[candidate] = (paperCounts[candidate] ?? 0) + count
  }
  return { receiver, groupCounts, paperCounts, nonTransferablePapers }
}
