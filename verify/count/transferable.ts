import { type Election, singleRanks } from './papers.ts'
import type { Recount } from './recount.ts'

/** What tells the three transferable rules apart. Votes are whole numbers of steps of 10^-scale. */
interface Rules {
  /** Decimals that are reckoned with, and how many of them are shown. */
  scale: number
  shown: number
  quota(papers: bigint, places: bigint, one: bigint): bigint
  /** Votes that elect: at least the quota, or more than it by half a shown step. */
  margin: bigint
  newValue(value: bigint, surplus: bigint, votes: bigint, one: bigint): bigint
  asksEarlierStages: boolean
  movesEmptySurplus: boolean
}

const RULES: Record<string, Rules> = {
  scottish: {
    scale: 5,
    shown: 5,
    quota: (papers, places, one) => (papers / (places + 1n) + 1n) * one,
    margin: 0n,
    newValue: (value, surplus, votes) => (value * surplus) / votes,
    asksEarlierStages: true,
    movesEmptySurplus: false,
  },
  'wigm-prf': {
    scale: 4,
    shown: 4,
    quota: (papers, places, one) => (papers * one) / (places + 1n) + 1n,
    margin: 0n,
    newValue: (value, surplus, votes, one) => (((value * surplus) / one) * one) / votes,
    asksEarlierStages: false,
    movesEmptySurplus: true,
  },
  wigm: {
    scale: 27,
    shown: 18,
    quota: (papers, places, one) => (papers * one) / (places + 1n),
    margin: 500_000_000n,
    newValue: (value, surplus, votes, one) => (((value * surplus) / one) * one) / votes,
    asksEarlierStages: false,
    movesEmptySurplus: false,
  },
}

interface Paper {
  order: number[]
  papers: bigint
  value: bigint
  /** Who holds it, -1 when nobody does. */
  with: number
}

export function countTransferable(
  election: Election,
  name: string,
  lots: readonly number[],
): Recount | undefined {
  const rules = RULES[name]
  return rules && new Transferable(election, rules, lots).run()
}

/** A count in the plainest way: every paper is looked at in every stage, and totals are added up from the papers. */
class Transferable {
  readonly #rules: Rules
  readonly #names: string[]
  readonly #lots: readonly number[]
  readonly #places: number
  readonly #one: bigint
  readonly #papers: Paper[]
  readonly #running: Set<number>
  /** Elected ones: their votes once the surplus is gone, undefined until then. */
  readonly #elected = new Map<number, bigint | undefined>()
  readonly #quota: bigint
  readonly #stages: bigint[][] = []

  constructor(election: Election, rules: Rules, lots: readonly number[]) {
    this.#rules = rules
    this.#names = election.names
    this.#lots = lots
    this.#places = election.places
    this.#one = 10n ** BigInt(rules.scale)
    this.#running = new Set(election.names.keys())
    for (const gone of election.withdrawn) this.#running.delete(gone)
    this.#papers = singleRanks(election).map(({ order, papers }) => {
      const holder = order.find((candidate) => this.#running.has(candidate)) ?? -1
      return { order, papers: BigInt(papers), value: this.#one, with: holder }
    })
    const valid = this.#papers.reduce((sum, { papers }) => sum + papers, 0n)
    this.#quota = rules.quota(valid, BigInt(this.#places), this.#one)
  }

  run(): Recount {
    this.#endStage()
    while (this.#left() > 0 && this.#running.size > this.#left()) {
      const full = [...this.#elected].filter(([, kept]) => kept === undefined).map(([candidate]) => candidate)
      if (full.length > 0) this.#passSurplus(this.#pick(full, true))
      else this.#passAll(this.#pick([...this.#running], false))
      this.#endStage()
    }
    for (const candidate of this.#byVotes([...this.#running]))
      if (this.#left() > 0) this.#elected.set(candidate, undefined)
    return {
      quota: this.#shown(this.#quota),
      stages: this.#stages.map((votes) =>
        Object.fromEntries(votes.map((vote, at) => [this.#names[at] ?? '', this.#shown(vote)])),
      ),
      elected: [...this.#elected.keys()].map((candidate) => this.#names[candidate] ?? ''),
    }
  }

  #left(): number {
    return this.#places - this.#elected.size
  }

  #votes(): bigint[] {
    const votes = this.#names.map(() => 0n)
    for (const { papers, value, with: holder } of this.#papers)
      if (holder >= 0) votes[holder] = (votes[holder] ?? 0n) + papers * value
    for (const [candidate, kept] of this.#elected) if (kept !== undefined) votes[candidate] = kept
    return votes
  }

  #endStage(): void {
    const votes = this.#votes()
    for (const candidate of this.#byVotes([...this.#running])) {
      const over = (votes[candidate] ?? 0n) - this.#quota
      if (over < this.#rules.margin || this.#left() <= 0) continue
      this.#running.delete(candidate)
      this.#elected.set(candidate, over > 0n || this.#rules.movesEmptySurplus ? undefined : this.#quota)
    }
    this.#stages.push(votes)
  }

  #byVotes(candidates: number[]): number[] {
    const votes = this.#votes()
    return candidates.sort((a, b) => sign((votes[b] ?? 0n) - (votes[a] ?? 0n), this.#rules.margin) || a - b)
  }

  /** The one with most (or fewest) votes; equals by the latest stage that parts them where the rules say so, then by lot. */
  #pick(candidates: readonly number[], isMost: boolean): number {
    let best = candidates
    const looks = this.#rules.asksEarlierStages ? this.#stages.toReversed() : this.#stages.slice(-1)
    for (const votes of looks) {
      const of = (candidate: number) => votes[candidate] ?? 0n
      const extreme = best.reduce((found, one) => {
        const difference = of(one) - of(found)
        return (isMost ? difference > 0n : difference < 0n) ? one : found
      })
      best = best.filter((one) => sign(of(one) - of(extreme), this.#rules.margin) === 0)
    }
    return this.#lots.find((candidate) => best.includes(candidate)) ?? best[0] ?? 0
  }

  #passSurplus(candidate: number): void {
    const votes = this.#votes()[candidate] ?? 0n
    this.#elected.set(candidate, this.#quota)
    for (const paper of this.#papers) {
      if (paper.with !== candidate) continue
      paper.value = this.#rules.newValue(paper.value, votes - this.#quota, votes, this.#one)
      this.#passOn(paper)
    }
  }

  #passAll(candidate: number): void {
    this.#running.delete(candidate)
    for (const paper of this.#papers) if (paper.with === candidate) this.#passOn(paper)
  }

  #passOn(paper: Paper): void {
    const from = paper.order.indexOf(paper.with)
    paper.with = paper.order.slice(from + 1).find((candidate) => this.#running.has(candidate)) ?? -1
  }

  #shown(value: bigint): string {
    const { scale, shown } = this.#rules
    const cut = 10n ** BigInt(scale - shown)
    const digits = ((value + cut / 2n) / cut).toString().padStart(shown + 1, '0')
    return `${digits.slice(0, -shown)}.${digits.slice(-shown)}`
  }
}

/** -1, 0 or 1; differences below the margin are none. */
function sign(difference: bigint, margin: bigint): number {
  if (difference < (margin || 1n) && difference > -(margin || 1n)) return 0
  return difference > 0n ? 1 : -1
}
