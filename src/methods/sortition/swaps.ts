import type { Problem } from './problem.ts'
import type { Stream } from './stream.ts'

/** What a panel may be: bounds of each profile and of each rule's sum. */
export interface Room {
  atLeast: ArrayLike<number>
  atMost: ArrayLike<number>
  /** For each rule its least and most, at the same place as in `problem.rules`. */
  sums: readonly (readonly [number, number])[]
}

/** A panel found in fewer swaps than this, or by other means. */
const MOST_STEPS = 80
/** A profile just swapped rests for this many steps, so that the search does not go to and fro. */
const REST = 3

/**
 * Brings a nearly right panel into its room by swapping one member's profile for another's, the best swap first.
 * Undefined where that does not get there: a search, not a proof that nothing is there.
 */
export function mend(
  problem: Problem,
  members: Int32Array,
  { room, stream }: { room: Room; stream: Stream },
): Int32Array | undefined {
  const search = new Search(problem, members, room)
  for (let step = 1; step <= MOST_STEPS; step++) {
    if (search.weigh(step) === 0) return search.members
    const swap = search.bestSwap(stream)
    if (!swap) return undefined
    search.make(swap, step)
  }
  return undefined
}

/** `out` or `into` is −1 where the panel only grows or shrinks. */
interface Swap {
  out: number
  into: number
}

class Search {
  readonly members: Int32Array
  readonly #problem: Problem
  readonly #room: Room
  readonly #sums: Int32Array
  /** What one more, and one fewer, in a rule adds to its violation. */
  readonly #rise: Float64Array
  readonly #fall: Float64Array
  /** For the rules of the leaver looked at: rise and fall together, never below 0. */
  readonly #shared: Float64Array
  readonly #restsUntil: Int32Array
  readonly #entrants: Int32Array
  readonly #entryCosts: Float64Array
  #entrantCount = 0
  #leavers: number[] = []

  constructor(problem: Problem, members: Int32Array, room: Room) {
    const rules = problem.rules.length
    this.#problem = problem
    this.#room = room
    this.members = members
    this.#sums = new Int32Array(rules)
    this.#rise = new Float64Array(rules)
    this.#fall = new Float64Array(rules)
    this.#shared = new Float64Array(rules)
    this.#restsUntil = new Int32Array(problem.counts.length)
    this.#entrants = new Int32Array(problem.counts.length)
    this.#entryCosts = new Float64Array(problem.counts.length)
    members.forEach((count, profile) => {
      if (count > 0)
        for (const rule of problem.rulesOf[profile] ?? []) this.#sums[rule] = (this.#sums[rule] ?? 0) + count
    })
  }

  /** By how many members the rules are broken in all; readies the costs of the next swap. */
  weigh(step: number): number {
    let broken = 0
    this.#room.sums.forEach((_, rule) => {
      const sum = this.#sums[rule] ?? 0
      const now = this.#violation(rule, sum)
      broken += now
      this.#rise[rule] = this.#violation(rule, sum + 1) - now
      this.#fall[rule] = this.#violation(rule, sum - 1) - now
    })
    if (broken > 0) this.#listMovable(step)
    return broken
  }

  /** The swap that mends most; among equals any, by the stream. */
  bestSwap(stream: Stream): Swap | undefined {
    const size = this.#problem.rules.length - 1
    const [least, most] = this.#room.sums[size] ?? [0, 0]
    const sum = this.#sums[size] ?? 0
    if (sum < least) return this.#bestEntry()
    if (sum > most) return this.#bestLeaving()
    return this.#bestExchange(stream)
  }

  make({ out, into }: Swap, step: number) {
    if (out >= 0) this.#change(out, -1, step)
    if (into >= 0) this.#change(into, 1, step)
  }

  #change(profile: number, by: number, step: number) {
    this.members[profile] = (this.members[profile] ?? 0) + by
    this.#restsUntil[profile] = step + REST
    for (const rule of this.#problem.rulesOf[profile] ?? []) this.#sums[rule] = (this.#sums[rule] ?? 0) + by
  }

  #violation(rule: number, sum: number): number {
    const [least, most] = this.#room.sums[rule] ?? [0, 0]
    return sum < least ? least - sum : sum > most ? sum - most : 0
  }

  #listMovable(step: number) {
    this.#entrantCount = 0
    this.#leavers = []
    for (let profile = 0; profile < this.members.length; profile++) {
      if ((this.#restsUntil[profile] ?? 0) >= step) continue
      const count = this.members[profile] ?? 0
      if (count > (this.#room.atLeast[profile] ?? 0)) this.#leavers.push(profile)
      if (count >= (this.#room.atMost[profile] ?? 0)) continue
      this.#entryCosts[this.#entrantCount] = this.#cost(profile, this.#rise)
      this.#entrants[this.#entrantCount++] = profile
    }
  }

  #cost(profile: number, changes: Float64Array): number {
    let cost = 0
    for (const rule of this.#problem.rulesOf[profile] ?? []) cost += changes[rule] ?? 0
    return cost
  }

  #bestEntry(): Swap | undefined {
    let into = -1
    let best = Number.POSITIVE_INFINITY
    for (let index = 0; index < this.#entrantCount; index++) {
      const cost = this.#entryCosts[index] ?? 0
      if (cost < best) [best, into] = [cost, this.#entrants[index] ?? -1]
    }
    return into < 0 ? undefined : { out: -1, into }
  }

  #bestLeaving(): Swap | undefined {
    let out = -1
    let best = Number.POSITIVE_INFINITY
    for (const profile of this.#leavers) {
      const cost = this.#cost(profile, this.#fall)
      if (cost < best) [best, out] = [cost, profile]
    }
    return out < 0 ? undefined : { out, into: -1 }
  }

  /**
   * Looks first at leavers who stand where there are too many, among equals in a random order, and stops at the first
   * whose best swap mends two at once.
   */
  #bestExchange(stream: Stream): Swap | undefined {
    const count = this.#leavers.length
    if (count === 0) return undefined
    const start = stream.below(count)
    const leavers = [...this.#leavers.slice(start), ...this.#leavers.slice(0, start)]
      .map((profile) => ({ profile, cost: this.#cost(profile, this.#fall) }))
      .sort((one, other) => one.cost - other.cost)
    let best = { cost: Number.POSITIVE_INFINITY, out: -1, into: -1 }
    for (const { profile, cost } of leavers) {
      if (best.cost <= -2) break
      const found = this.#bestFor(profile, cost)
      if (found.cost < best.cost) best = { ...found, out: profile }
    }
    return best.into < 0 ? undefined : best
  }

  /** A rule that both share does not change: its rise and fall are taken off again. */
  #bestFor(out: number, base: number): { cost: number; into: number } {
    const rules = this.#problem.rulesOf[out] ?? []
    let most = 0
    for (const rule of rules) {
      const both = (this.#rise[rule] ?? 0) + (this.#fall[rule] ?? 0)
      this.#shared[rule] = both
      most += both
    }
    let [best, into] = [Number.POSITIVE_INFINITY, -1]
    for (let index = 0; index < this.#entrantCount; index++) {
      const profile = this.#entrants[index] ?? 0
      if (profile === out) continue
      let cost = base + (this.#entryCosts[index] ?? 0)
      if (cost - most >= best) continue
      for (const rule of this.#problem.rulesOf[profile] ?? []) cost -= this.#shared[rule] ?? 0
      if (cost < best) [best, into] = [cost, profile]
    }
    for (const rule of rules) this.#shared[rule] = 0
    return { cost: best, into }
  }
}
