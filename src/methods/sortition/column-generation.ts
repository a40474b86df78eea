import type { Model } from 'highs'
import { bestPanel, wholeRoom } from './panel-within.ts'
import type { Problem } from './problem.ts'
import { modelOf, type Solver, solves } from './solver.ts'

/** A lottery over whole panels with weights that add up to 1. */
export interface Portfolio {
  panels: Int32Array[]
  weights: number[]
  /** Expected members by profile over the people of it: the chances. */
  chances: number[]
  /** The least chance of those who can be drawn, and what the pricing proves it cannot exceed. */
  least: number
  atMost: number
  never: number[]
}

const EDGE = 1e-7

/**
 * The same optimum as `fairestChances`, over lotteries of whole panels: column generation as in Flanigan and others
 * (2021), supplementary information. A linear programme weighs the panels known so far; its prices of the profiles ask
 * an integer programme for the panel worth most; when none is worth more than the panels weighed, the level is proven.
 * Slower than the average panel, but right where whole panels cannot reach it.
 */
export function fairestPortfolio(
  solver: Solver,
  problem: Problem,
  {
    onlyLeast = false,
    onPanel,
  }: { onlyLeast?: boolean; onPanel?: ((panels: number) => void) | undefined } = {},
): Portfolio {
  const master = new Master(solver, problem)
  try {
    let first: { least: number; atMost: number } | undefined
    const never: number[] = []
    while (master.open.size > 0) {
      const level = master.solveLevel(onPanel)
      const isFirst = !first && level.least > EDGE
      if (isFirst) first = level
      if (isFirst && onlyLeast) break
      const settled = master.settle(level)
      if (!first) never.push(...settled)
    }
    return { ...master.portfolio(), ...(first ?? { least: 0, atMost: 0 }), never }
  } finally {
    master.dispose()
  }
}

interface Level {
  least: number
  atMost: number
  prices: Float64Array
}

/** Rows 0 … C−1: chance of the profile − level ≥ 0, or ≥ its settled chance; row C: the weights add up to 1. */
class Master {
  readonly open: Set<number>
  readonly #solver: Solver
  readonly #problem: Problem
  readonly #model: Model
  readonly #panels: Int32Array[] = []
  #weights: number[] = []

  constructor(solver: Solver, problem: Problem) {
    const profiles = problem.counts.length
    this.#solver = solver
    this.#problem = problem
    this.open = new Set(problem.counts.keys())
    this.#model = modelOf(solver, {
      costs: [1],
      lower: [-1],
      upper: [1],
      rowLower: [...problem.counts.map(() => 0), 1],
      rowUpper: [...problem.counts.map(() => solver.infinity), 1],
      rows: [[...problem.counts.keys()]],
      weights: [problem.counts.map(() => -1)],
    })
    const start = bestPanel(solver, problem, { worth: new Array(profiles).fill(0), room: wholeRoom(problem) })
    if (!start) throw new Error('No panel keeps the rules: test feasibility first.')
    this.#add(start.members)
  }

  solveLevel(onPanel?: (panels: number) => void): Level {
    for (;;) {
      if (!solves(this.#solver, this.#model)) throw new Error('The weights of the panels have no solution.')
      const { colValue, rowDual } = this.#model.getSolution()
      const least = colValue[0] ?? 0
      this.#weights = Array.from(colValue.slice(1), (weight) => Math.max(0, weight))
      // The solver counts a price of a "≥" row below zero when it maximises.
      const prices = rowDual.slice(0, this.#problem.counts.length).map((dual) => Math.max(0, -dual))
      const share = rowDual[this.#problem.counts.length] ?? 0
      const worth = this.#problem.counts.map((count, profile) => (prices[profile] ?? 0) / count)
      const better = bestPanel(this.#solver, this.#problem, { worth, room: wholeRoom(this.#problem) })
      const gain = (better?.worth ?? 0) - share
      if (!better || gain <= EDGE) return { least, atMost: least + Math.max(0, gain), prices }
      this.#add(better.members)
      onPanel?.(this.#panels.length)
    }
  }

  settle({ least, prices }: Level): number[] {
    const settled = [...this.open].filter((profile) => (prices[profile] ?? 0) > EDGE || least > 1 - EDGE)
    if (settled.length === 0)
      throw new Error('No profile could be settled: the rules are numerically degenerate.')
    for (const profile of settled) {
      this.open.delete(profile)
      this.#model.changeCoefficient(profile, 0, 0)
      // A hair below, so that the solver's own tolerance does not make the next level impossible.
      this.#model.changeRowBounds(profile, least - EDGE / 100, this.#solver.infinity)
    }
    return settled
  }

  portfolio() {
    const total = this.#weights.reduce((sum, weight) => sum + weight, 0)
    const weights = this.#panels.map((_, index) => (this.#weights[index] ?? 0) / total)
    const chances = this.#problem.counts.map((count, profile) =>
      this.#panels.reduce(
        (sum, panel, index) => sum + (weights[index] ?? 0) * ((panel[profile] ?? 0) / count),
        0,
      ),
    )
    return { panels: this.#panels, weights, chances }
  }

  dispose() {
    this.#model.dispose()
  }

  #add(panel: Int32Array) {
    const held = [...this.#problem.counts.keys()].filter((profile) => (panel[profile] ?? 0) > 0)
    const values = held.map((profile) => (panel[profile] ?? 0) / (this.#problem.counts[profile] ?? 1))
    this.#model.addCol(0, 0, this.#solver.infinity, {
      indices: [...held, this.#problem.counts.length],
      values: [...values, 1],
    })
    this.#panels.push(panel)
  }
}
