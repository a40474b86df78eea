import type { Problem } from './problem.ts'
import type { Stream } from './stream.ts'

/** Nearer to a whole number than this is that number: far above rounding errors, far below any weight that matters. */
const EDGE = 1e-9

/**
 * Rounds an average panel to a nearly whole one by a walk that is fair in every step: two sides are weighed so that
 * the average stays where it was (dependent rounding; Gandhi, Khuller, Parthasarathy, Srinivasan, J. ACM 53, 2006). The
 * walk moves along directions that leave each rule's sum in place until that sum or a profile reaches a whole number.
 * At most one profile a rule stays between; those are rounded to the nearest, and `mend` (swaps.ts) sets right what
 * that breaks.
 */
export function roundedAtRandom(problem: Problem, average: ArrayLike<number>, stream: Stream): Int32Array {
  const walk = startOf(problem, average)
  const order = Array.from(problem.counts.keys()).filter((place) => isBetween(walk, place))
  for (let last = order.length - 1; last >= 0; last--) {
    const pick = stream.below(last + 1)
    const profile = order[pick] ?? 0
    order[pick] = order[last] ?? 0
    if (isBetween(walk, profile)) takeStep(walk, profile, stream)
  }
  return Int32Array.from(walk.values.subarray(0, problem.counts.length), Math.round)
}

/**
 * Places 0 … C−1 are the profiles, C … C+R−1 the sums of the rules. The basis holds one place a rule; `inverse` (R × R,
 * row by row) turns the column of any other place into the movement of the basis that keeps all sums true.
 */
interface Walk {
  problem: Problem
  values: Float64Array
  floors: Float64Array
  ceilings: Float64Array
  basis: Int32Array
  inverse: Float64Array
  movement: Float64Array
}

function startOf(problem: Problem, average: ArrayLike<number>): Walk {
  const profiles = problem.counts.length
  const rules = problem.rules.length
  const walk: Walk = {
    problem,
    values: new Float64Array(profiles + rules),
    floors: new Float64Array(profiles + rules),
    ceilings: new Float64Array(profiles + rules),
    basis: Int32Array.from({ length: rules }, (_, rule) => profiles + rule),
    inverse: new Float64Array(rules * rules),
    movement: new Float64Array(rules),
  }
  for (let profile = 0; profile < profiles; profile++) setPlace(walk, profile, average[profile] ?? 0)
  problem.rules.forEach((rule, index) => {
    let sum = 0
    for (const profile of rule.profiles) sum += walk.values[profile] ?? 0
    setPlace(walk, profiles + index, sum)
    walk.inverse[index * rules + index] = 1
  })
  return walk
}

function setPlace({ values, floors, ceilings }: Walk, place: number, value: number) {
  const floor = Math.floor(value + EDGE)
  const isWhole = Math.abs(value - floor) <= EDGE
  values[place] = isWhole ? floor : value
  floors[place] = floor
  ceilings[place] = isWhole ? floor : floor + 1
}

function isBetween({ values, floors, ceilings }: Walk, place: number): boolean {
  const value = values[place] ?? 0
  return (ceilings[place] ?? 0) - value > EDGE && value - (floors[place] ?? 0) > EDGE
}

/** Moves one profile up or down, the basis with it, until something is whole; what became whole leaves the basis. */
function takeStep(walk: Walk, profile: number, stream: Stream) {
  setMovement(walk, profile)
  const up = roomAlong(walk, profile, 1)
  const down = roomAlong(walk, profile, -1)
  const isStuck = up.room + down.room <= 0
  const goesUp = !isStuck && stream.fraction() * (up.room + down.room) < down.room
  const end = isStuck ? (up.blocker >= 0 ? up : down) : goesUp ? up : down
  const step = isStuck ? 0 : goesUp ? up.room : -down.room
  const { values, basis, movement } = walk
  values[profile] = (values[profile] ?? 0) + step
  for (let row = 0; row < basis.length; row++) {
    const place = basis[row] ?? 0
    values[place] = (values[place] ?? 0) + step * (movement[row] ?? 0)
  }
  const leaver = end.blocker < 0 ? profile : (basis[end.blocker] ?? 0)
  values[leaver] = Math.round(values[leaver] ?? 0)
  if (end.blocker >= 0) exchange(walk, end.blocker, profile)
}

/** How the basis moves when the profile rises by 1. */
function setMovement({ problem, inverse, movement }: Walk, profile: number) {
  const rules = problem.rules.length
  movement.fill(0)
  for (const rule of problem.rulesOf[profile] ?? [])
    for (let row = 0; row < rules; row++)
      movement[row] = (movement[row] ?? 0) + (inverse[row * rules + rule] ?? 0)
}

/** How far the profile can go in a direction (+1 or −1), and which row of the basis stops it (−1: itself). */
function roomAlong(walk: Walk, profile: number, direction: number) {
  const { values, floors, ceilings, basis, movement } = walk
  const own = values[profile] ?? 0
  let room = direction > 0 ? (ceilings[profile] ?? 0) - own : own - (floors[profile] ?? 0)
  let blocker = -1
  for (let row = 0; row < basis.length; row++) {
    const speed = (movement[row] ?? 0) * direction
    if (Math.abs(speed) < EDGE) continue
    const place = basis[row] ?? 0
    const value = values[place] ?? 0
    const distance = speed > 0 ? (ceilings[place] ?? 0) - value : value - (floors[place] ?? 0)
    const limit = Math.max(0, distance) / Math.abs(speed)
    if (limit < room) {
      room = limit
      blocker = row
    }
  }
  return { room, blocker }
}

/** The profile takes the place of a row of the basis; the inverse is brought up to date by one elimination. */
function exchange({ problem, inverse, movement, basis }: Walk, row: number, profile: number) {
  const rules = problem.rules.length
  const pivot = -(movement[row] ?? 0)
  for (let column = 0; column < rules; column++)
    inverse[row * rules + column] = (inverse[row * rules + column] ?? 0) / pivot
  for (let other = 0; other < rules; other++) {
    const factor = -(movement[other] ?? 0)
    if (other === row || factor === 0) continue
    for (let column = 0; column < rules; column++)
      inverse[other * rules + column] =
        (inverse[other * rules + column] ?? 0) - factor * (inverse[row * rules + column] ?? 0)
  }
  basis[row] = profile
}
