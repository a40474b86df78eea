import type { Lots } from './lots.ts'
import {
  type CastVoteRecords,
  type Inactive,
  OVERVOTED,
  type RctabRound,
  type RctabRules,
  SKIPPED,
} from './rctab.ts'
import { losersOf } from './rctab-losers.ts'
import { openPiles, type Passed, type Pile, type Transfers } from './rctab-piles.ts'

/** A tabulation under way, round by round. */
export class InRounds {
  readonly #records: CastVoteRecords
  readonly #rules: RctabRules
  readonly #lots: Lots
  readonly #one: bigint
  readonly #continuing: Set<number>
  /** What an elected candidate keeps. */
  readonly #kept = new Map<number, bigint>()
  readonly #piles: Pile[]
  #residual = 0n
  #threshold = 0n
  #finalSurplus = 0n

  constructor(records: CastVoteRecords, rules: RctabRules, lots: Lots) {
    this.#records = records
    this.#rules = rules
    this.#lots = lots
    this.#one = 10n ** BigInt(rules.decimals)
    this.#continuing = new Set(records.candidates.keys())
    for (const candidate of records.excluded) this.#continuing.delete(candidate)
    this.#piles = openPiles(records, this.#one)
    for (const pile of this.#piles) this.#advance(pile)
  }

  run(): RctabRound[] {
    const rounds: RctabRound[] = []
    for (;;) {
      const tally = this.#tally()
      this.#setThreshold(tally, rounds.length === 0)
      const place = {
        tally,
        threshold: this.#threshold,
        inactive: this.#inactive(),
        residualSurplus: this.#residual,
        finalSurplus: this.#finalSurplus,
      }
      if (this.#kept.size >= this.#rules.places)
        return [...rounds, { ...place, elected: [], excluded: [], transfers: new Map(), tieBroken: [] }]
      const elected = this.#winners(tally)
      if (elected.length > 0) {
        const transfers = this.#elect(elected, tally)
        rounds.push({ ...place, elected, excluded: [], transfers, tieBroken: [] })
        const hasMoved = [...transfers.values()].some(({ to, residual }) => to.size > 0 || residual > 0n)
        if (this.#kept.size >= this.#rules.places && !hasMoved) return rounds
        continue
      }
      const { excluded, tieBroken } = this.#losers(tally)
      for (const candidate of excluded) this.#continuing.delete(candidate)
      rounds.push({ ...place, elected: [], excluded, transfers: this.#passOn(excluded), tieBroken })
    }
  }

  #losers(tally: ReadonlyMap<number, bigint>) {
    const placesLeft = this.#rules.places - this.#kept.size
    const continuing = [...this.#continuing]
    return losersOf({
      tally,
      continuing,
      placesLeft,
      writeIns: this.#records.writeIns,
      rules: this.#rules,
      lots: this.#lots,
    })
  }

  #tally(): Map<number, bigint> {
    const tally = new Map<number, bigint>()
    for (const candidate of this.#records.candidates.keys())
      if (this.#continuing.has(candidate) || this.#kept.has(candidate))
        tally.set(candidate, this.#kept.get(candidate) ?? 0n)
    for (const { holder, count, value } of this.#piles)
      if (typeof holder === 'number' && this.#continuing.has(holder))
        tally.set(holder, (tally.get(holder) ?? 0n) + count * value)
    return tally
  }

  #inactive(): Record<Inactive, bigint> {
    const inactive = { overvotes: 0n, skippedRankings: 0n, exhaustedChoices: 0n, repeatedRankings: 0n }
    for (const { holder, count, value } of this.#piles)
      if (typeof holder !== 'number') inactive[holder] += count * value
    inactive.exhaustedChoices -= this.#finalSurplus
    return inactive
  }

  /** One winner: more than half of the active votes, anew in each round; several: of those of the first round. */
  #setThreshold(tally: ReadonlyMap<number, bigint>, isFirst: boolean): void {
    if (this.#rules.mode !== 'single winner' && !isFirst) return
    const active = [...tally.values()].reduce((sum, votes) => sum + votes, 0n) / this.#one
    const places = BigInt(this.#rules.places)
    const whole = this.#rules.isHareQuota ? (active + places - 1n) / places : active / (places + 1n) + 1n
    this.#threshold = whole * this.#one
  }

  #winners(tally: ReadonlyMap<number, bigint>): number[] {
    const left = this.#rules.places - this.#kept.size
    if (this.#continuing.size <= left) return [...this.#continuing].sort((a, b) => a - b)
    if (this.#rules.mode === 'bottoms up') return []
    return [...this.#continuing]
      .filter((candidate) => (tally.get(candidate) ?? 0n) >= this.#threshold)
      .sort((a, b) => a - b)
      .slice(0, left)
  }

  #elect(elected: readonly number[], tally: ReadonlyMap<number, bigint>): Transfers {
    for (const candidate of elected) this.#continuing.delete(candidate)
    const transfers: Transfers = new Map()
    for (const candidate of elected) {
      const votes = tally.get(candidate) ?? 0n
      const surplus = this.#rules.mode === 'several a round' ? votes - this.#threshold : -1n
      const isOver = surplus >= 0n
      this.#kept.set(candidate, isOver ? this.#threshold : votes)
      const entry = { to: new Map<number | undefined, bigint>(), residual: 0n }
      transfers.set(candidate, entry)
      if (isOver) this.#passSurplus(candidate, { surplus, votes, entry })
    }
    return transfers
  }

  #passSurplus(
    candidate: number,
    { surplus, votes, entry }: { surplus: bigint; votes: bigint; entry: Passed },
  ) {
    const fraction = (surplus * this.#one) / votes
    let passed = 0n
    for (const pile of this.#piles) {
      if (pile.holder !== candidate) continue
      pile.value = (pile.value * fraction) / this.#one
      this.#advance(pile)
      const moved = pile.count * pile.value
      passed += moved
      const to = typeof pile.holder === 'number' ? pile.holder : undefined
      if (moved > 0n) entry.to.set(to, (entry.to.get(to) ?? 0n) + moved)
    }
    entry.residual = surplus - passed
    this.#residual += entry.residual
    // Nobody is left to receive it: RCTab reports it apart from the exhausted papers.
    if (this.#continuing.size === 0) this.#finalSurplus += passed
  }

  #passOn(excluded: readonly number[]): Transfers {
    const transfers: Transfers = new Map(
      excluded.map((candidate) => [candidate, { to: new Map(), residual: 0n }]),
    )
    for (const pile of this.#piles) {
      const entry = typeof pile.holder === 'number' ? transfers.get(pile.holder) : undefined
      if (!entry) continue
      this.#advance(pile)
      const to = typeof pile.holder === 'number' ? pile.holder : undefined
      entry.to.set(to, (entry.to.get(to) ?? 0n) + pile.count * pile.value)
    }
    return transfers
  }

  /** Moves a pile to the next rank that holds a continuing candidate, or to the reason why it is inactive. */
  #advance(pile: Pile): void {
    pile.holder = this.#nextHolder(pile)
    if (typeof pile.holder !== 'number') pile.at = pile.slots.length
  }

  #nextHolder(pile: Pile): number | Inactive {
    for (let at = pile.at + 1; at < pile.slots.length; at += 1) {
      const slot = pile.slots[at] ?? SKIPPED
      pile.at = at
      if (slot === SKIPPED) continue
      if (at - pile.lastMarked > this.#rules.skippedRanksAllowed + 1) return 'skippedRankings'
      pile.lastMarked = at
      if (slot === OVERVOTED && this.#rules.overvote === 'ends the paper') return 'overvotes'
      if (this.#continuing.has(slot)) return slot
    }
    return 'exhaustedChoices'
  }
}
