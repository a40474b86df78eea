import type { Opinion } from './analyse.ts'
import { clearestOf, type Groupings, groupingsOf, inDims } from './choose-groups.ts'
import { nearestTo } from './k-means.ts'
import { type Points, placePeople, pointsAt } from './opinion-map.ts'
import { alignedWith, centred, principalComponents } from './principal-components.ts'
import { type Dice, diceFrom } from './random.ts'

export interface Stability {
  resamples: number
  /** How often each number of groups came out clearest, fewest groups first. */
  chosen: { groups: number; times: number }[]
  /** Per group: how like itself it came back, 0 … 1. */
  likeness: Float64Array
  /** Per member, in the order of `opinion.members`: in what part of the resamples they stayed with their group. */
  certainty: Float64Array
}

export interface Resampling {
  resamples: number
  seed: number
  mostGroups: number
  /** Told after each resample. */
  onResample?: (done: number) => void
}

/**
 * Would the groups be the same had other people of the same kind turned up? Draw as many people with replacement, do the
 * whole again, look for each group's likest (greatest Jaccard) among the groups that come out at the same number, and take
 * the mean (Hennig 2007, "Cluster-wise assessment of cluster stability", scheme "boot"). As there: 0.75 and more is
 * steady, under 0.6 doubtful, under 0.5 dissolved.
 */
export function stabilityOf(opinion: Opinion, resampling: Resampling): Stability {
  const { grouping, members } = opinion
  const dice = diceFrom(resampling.seed)
  const times = new Map<number, number>()
  const likeness = new Float64Array(grouping.count)
  const certainty = new Float64Array(members.length)
  for (let r = 0; r < resampling.resamples; r++) {
    const groupings = regrouped(opinion, dice, resampling.mostGroups)
    const clearest = clearestOf(groupings.tried)
    times.set(clearest.count, (times.get(clearest.count) ?? 0) + 1)
    const same = groupings.tried.find((one) => one.count === grouping.count) ?? clearest
    const labels = nearestTo(groupings.placed, same.centers)
    tally(grouping.labels, labels, { likeness, certainty, counts: [grouping.count, same.count] })
    resampling.onResample?.(r + 1)
  }
  const chosen = [...times].sort(([a], [b]) => a - b).map(([groups, count]) => ({ groups, times: count }))
  const share = (sum: number) => sum / Math.max(resampling.resamples, 1)
  return {
    resamples: resampling.resamples,
    chosen,
    likeness: likeness.map(share),
    certainty: certainty.map(share),
  }
}

/** The groups of one resample, and where all members stand on its map. */
function regrouped(opinion: Opinion, dice: Dice, mostGroups: number): Groupings & { placed: Points } {
  const { table, indices } = opinion.setAside
  const { dims } = opinion.grouping
  const weights = new Float64Array(table.participants.length)
  for (let i = 0; i < weights.length; i++) {
    const person = dice.below(weights.length)
    weights[person] = (weights[person] ?? 0) + 1
  }
  const before = opinion.components.vectors.slice(0, dims)
  const resample = centred(table, weights)
  const wanted = { count: dims, tolerance: 1e-3, limit: 12, start: before }
  const vectors = alignedWith(before, principalComponents(resample, wanted).vectors)
  const placed = pointsAt(placePeople(resample.cells, vectors, indices.size), opinion.members)
  const drawn = Int32Array.from(opinion.members.keys()).filter(
    (i) => (weights[opinion.members[i] ?? 0] ?? 0) > 0,
  )
  const own = Float64Array.from(drawn, (i) => weights[opinion.members[i] ?? 0] ?? 0)
  const base = opinion.groupings.find((one) => one.base.centers.dims === dims)?.base.centers
  // The hundred base clusters may start where they were; the groups start afresh, or they would look steadier than they are.
  const warm = base ? { base: { centers: base, rounds: 5 }, centers: [] } : undefined
  const groupings = groupingsOf(pointsAt(placed, drawn), { mostGroups, weights: own, warm })
  return { ...groupings, placed: inDims(placed, dims) }
}

interface Tally {
  likeness: Float64Array
  certainty: Float64Array
  counts: [own: number, other: number]
}

function tally(own: Int32Array, other: Int32Array, { likeness, certainty, counts }: Tally): void {
  const [ownCount, otherCount] = counts
  const shared = new Float64Array(ownCount * otherCount)
  const ownSizes = new Float64Array(ownCount)
  const otherSizes = new Float64Array(otherCount)
  own.forEach((group, i) => {
    const label = other[i] ?? 0
    const cell = group * otherCount + label
    shared[cell] = (shared[cell] ?? 0) + 1
    ownSizes[group] = (ownSizes[group] ?? 0) + 1
    otherSizes[label] = (otherSizes[label] ?? 0) + 1
  })
  const likest = new Int32Array(ownCount)
  for (let group = 0; group < ownCount; group++) {
    let greatest = -1
    for (let label = 0; label < otherCount; label++) {
      const both = shared[group * otherCount + label] ?? 0
      const jaccard = both / Math.max((ownSizes[group] ?? 0) + (otherSizes[label] ?? 0) - both, 1)
      if (jaccard > greatest) {
        greatest = jaccard
        likest[group] = label
      }
    }
    likeness[group] = (likeness[group] ?? 0) + Math.max(greatest, 0)
  }
  own.forEach((group, i) => {
    if (other[i] === likest[group]) certainty[i] = (certainty[i] ?? 0) + 1
  })
}
