import { electByErs97, quotaByErs97 } from './ers97-election.ts'
import { placesLeft, type Tally, totalOf } from './tally.ts'
import { moveParcel } from './transfer.ts'

/**
 * ERS97 5.4: all papers of the excluded candidates go on in batches of one value, the highest first; after each batch the
 * quota may fall (5.4.8), candidates may be elected (5.4.9), and the transfer stops when the places are filled (5.5.2).
 */
export function excludeByBatches(tally: Tally<bigint>, candidates: readonly number[]): void {
  const held = candidates.flatMap((candidate) =>
    (tally.parcels[candidate] ?? []).map((parcel) => ({ candidate, parcel })),
  )
  for (const candidate of candidates) tally.parcels[candidate] = []
  const values = [...new Set(held.map(({ parcel }) => parcel.value))].sort((a, b) => (a > b ? -1 : 1))
  for (const [at, value] of values.entries()) {
    const before = tally.nonTransferable
    for (const { candidate, parcel } of held.filter((one) => one.parcel.value === value)) {
      moveParcel(tally, candidate, { parcel, newValue: value })
      tally.totals[candidate] = totalOf(tally, candidate) - value * BigInt(parcel.papers)
    }
    if (tally.elected.length === 0 && tally.nonTransferable > before) tally.quota = quotaByErs97(tally)
    electByErs97(tally)
    if (placesLeft(tally) <= 0) return
    // The end of the last batch is the end of the stage, which is noted when the stage closes.
    if (at < values.length - 1) notePoint(tally, at + 1)
  }
}

function notePoint(tally: Tally<bigint>, batch: number): void {
  tally.history.push({ label: `stage ${tally.stages.length + 1}, batch ${batch}`, totals: [...tally.totals] })
}
