import type { Model } from 'highs'
import type { Problem } from './problem.ts'
import { modelOf, type Solver, solves } from './solver.ts'

/** Chances by profile that no lottery over panels can better, and the prices of the rules that prove it. */
export interface FairChances {
  chances: number[]
  /** The least chance of those who can be drawn at all. */
  least: number
  /** Shadow price of each rule at the first level, in the order of the rules. */
  prices: number[]
  /** Profiles that no panel can hold. */
  never: number[]
}

/** A chance this small is none, but what the room left to settled chances adds up to. */
const NOTHING = 1e-6
/** Room left to settled chances, so that the solver's tolerances do not make the next level impossible. */
const HAIR = 2e-9
/**
 * Reduced costs of profiles that rest on the level add up to −1 or less, so one of some thousands is below minus this.
 * One above 0 belongs to a profile whose chance is 1 already: that does not settle it.
 */
const PRICED = 1e-7

/**
 * The fairest chances by leximin (Flanigan, Gölz, Gupta, Hennig, Procaccia, "Fair algorithms for selecting citizens'
 * assemblies", Nature 596, 2021): the least chance as large as it can be, then the next, and so on. `onlyLeast` stops
 * after the first: maximin.
 *
 * Found over the average panel rather than over lotteries: an average of panels keeps every rule too, so these chances
 * are at least as good as any lottery's. Whether a lottery reaches them is settled by building one (`number-panels.ts`);
 * when it does, they are the optimum. Undefined where even the average panel does not exist.
 */
export function fairestChances(
  solver: Solver,
  problem: Problem,
  { onlyLeast = false } = {},
): FairChances | undefined {
  const levels = new Levels(solver, problem)
  try {
    const found: FairChances = { chances: [], least: 0, prices: [], never: [] }
    while (levels.open.size > 0) {
      const solution = levels.solve()
      if (!solution) return found.prices.length > 0 ? found : undefined
      const isFirst = found.prices.length === 0 && solution.level > NOTHING
      if (isFirst)
        Object.assign(found, { least: solution.level, prices: solution.prices, chances: solution.chances })
      if (isFirst && onlyLeast) return found
      const settled = levels.settle(solution)
      if (found.prices.length === 0) found.never.push(...settled)
      // Kept as they are should rounding errors make a later level impossible: all levels so far stand.
      else found.chances = solution.chances
    }
    return { ...found, chances: levels.settledChances }
  } finally {
    levels.dispose()
  }
}

interface LevelSolution {
  level: number
  chances: number[]
  prices: number[]
  reducedCosts: Float64Array
}

/**
 * Column 0 is the level z; column 1 + t is how far profile t lies above it, so its chance is z + d. Once a profile is
 * settled its column holds the whole chance and its share leaves the level's column.
 */
class Levels {
  readonly open: Set<number>
  readonly settledChances: number[]
  readonly #solver: Solver
  readonly #problem: Problem
  readonly #model: Model
  readonly #levelWeights: number[]
  readonly #capRows = new Map<number, number>()

  constructor(solver: Solver, problem: Problem) {
    const { counts, rules, rulesOf } = problem
    this.#solver = solver
    this.#problem = problem
    this.open = new Set(counts.keys())
    this.settledChances = counts.map(() => 0)
    this.#levelWeights = rules.map(({ profiles }) =>
      profiles.reduce((sum, profile) => sum + (counts[profile] ?? 0), 0),
    )
    this.#model = modelOf(solver, {
      costs: [1, ...counts.map(() => 0)],
      lower: [0, ...counts.map(() => 0)],
      upper: [1, ...counts.map(() => 1)],
      rowLower: rules.map(({ min }) => min),
      rowUpper: rules.map(({ max }) => max),
      rows: [[...rules.keys()], ...rulesOf],
      weights: [
        this.#levelWeights,
        ...rulesOf.map((places, profile) => places.map(() => counts[profile] ?? 0)),
      ],
    })
  }

  /** The highest level that all open profiles can have together. */
  solve(): LevelSolution | undefined {
    for (;;) {
      if (!solves(this.#solver, this.#model)) return undefined
      const { colValue, colDual, rowDual } = this.#model.getSolution()
      const level = colValue[0] ?? 0
      const chances = this.settledChances.map((settled, profile) =>
        this.open.has(profile) ? level + (colValue[profile + 1] ?? 0) : settled,
      )
      if (this.#cap(chances)) continue
      const prices = Array.from(rowDual.slice(0, this.#problem.rules.length))
      return { level, chances, prices, reducedCosts: colDual.slice(1) }
    }
  }

  /** Settles the profiles that stand at this level in every optimum: those whose rise would cost something. */
  settle({ level, reducedCosts }: LevelSolution): number[] {
    const isTop = level > 1 - NOTHING
    const settled = [...this.open].filter((profile) => isTop || (reducedCosts[profile] ?? 0) < -PRICED)
    if (settled.length === 0)
      throw new Error('No profile could be settled: the rules are numerically degenerate.')
    const chance = level > NOTHING ? level : 0
    for (const profile of settled) this.#settleOne(profile, chance)
    this.#problem.rules.forEach((_, rule) => {
      this.#model.changeCoefficient(rule, 0, this.#levelWeights[rule] ?? 0)
    })
    return settled
  }

  dispose() {
    this.#model.dispose()
  }

  #settleOne(profile: number, level: number) {
    this.open.delete(profile)
    this.settledChances[profile] = level
    this.#model.changeColBounds(profile + 1, level - HAIR, level + HAIR)
    const capRow = this.#capRows.get(profile)
    if (capRow !== undefined)
      this.#model.changeRowBounds(capRow, -this.#solver.infinity, this.#solver.infinity)
    for (const rule of this.#problem.rulesOf[profile] ?? [])
      this.#levelWeights[rule] = (this.#levelWeights[rule] ?? 0) - (this.#problem.counts[profile] ?? 0)
  }

  /** No chance is above 1. Seldom needed, so the rows are added only where a solution breaks them. */
  #cap(chances: readonly number[]): boolean {
    const above = [...this.open].filter(
      (profile) => (chances[profile] ?? 0) > 1 + NOTHING && !this.#capRows.has(profile),
    )
    for (const profile of above) {
      this.#capRows.set(profile, this.#problem.rules.length + this.#capRows.size)
      this.#model.addRow(-this.#solver.infinity, 1, { indices: [0, profile + 1], values: [1, 1] })
    }
    return above.length > 0
  }
}
