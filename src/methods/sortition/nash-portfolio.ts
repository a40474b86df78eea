import { fairestPortfolio, type Portfolio } from './column-generation.ts'
import { bestPanel, wholeRoom } from './panel-within.ts'
import type { Problem } from './problem.ts'
import type { Solver } from './solver.ts'

const MOST_ROUNDS = 60
const STEPS_A_ROUND = 100
/** How near the product must be to its bound, in the logarithm a person. */
const CLOSE = 1e-5
/** What a new panel weighs at first. */
const FIRST_WEIGHT = 0.02

export interface NashPortfolio extends Portfolio {
  meanAtMost: number
}

/**
 * Nash welfare over lotteries of whole panels, by column generation. With chances p, one more weight on a panel adds the
 * sum of its members' 1/p to the logarithm of the product; at the optimum that is the number of people for every panel
 * in use and no more for any other. So weights are multiplied by it (the expectation-maximisation step; Cover, IEEE
 * Trans. Inf. Theory 30, 1984), and an integer programme looks for the panel where it is largest. The logarithm is
 * concave, so that largest sum bounds what is still to be gained.
 */
export function nashPortfolio(solver: Solver, problem: Problem): NashPortfolio {
  const start = fairestPortfolio(solver, problem)
  const never = new Set(start.never)
  const people = problem.counts.reduce((sum, count, profile) => sum + (never.has(profile) ? 0 : count), 0)
  const panels = [...start.panels]
  let weights = evened(start.weights)
  let meanAtMost = 1
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (let step = 0; step < STEPS_A_ROUND; step++) weights = reweighed(problem, { panels, weights, people })
    const chances = chancesOf(problem, panels, weights)
    const worth = chances.map((chance) => (chance > 0 ? 1 / chance : 0))
    const best = bestPanel(solver, problem, { worth, room: wholeRoom(problem) })
    const toGain = Math.max(0, (best?.worth ?? people) - people) / people
    meanAtMost = Math.min(meanAtMost, Math.exp(meanLogarithm(problem, chances, people) + toGain))
    if (!best || toGain < CLOSE) break
    weights = [...weights.map((weight) => weight * (1 - FIRST_WEIGHT)), FIRST_WEIGHT]
    panels.push(best.members)
  }
  const chances = chancesOf(problem, panels, weights)
  return { ...start, panels, weights, chances, meanAtMost }
}

/** A step can only multiply: every panel starts with some weight. */
function evened(weights: readonly number[]): number[] {
  return weights.map((weight) => weight * 0.9 + 0.1 / weights.length)
}

function reweighed(
  problem: Problem,
  { panels, weights, people }: { panels: readonly Int32Array[]; weights: readonly number[]; people: number },
): number[] {
  const worth = chancesOf(problem, panels, weights).map((chance) => (chance > 0 ? 1 / chance : 0))
  return weights.map((weight, index) => {
    let sum = 0
    panels[index]?.forEach((members, profile) => {
      sum += members * (worth[profile] ?? 0)
    })
    return (weight * sum) / people
  })
}

function chancesOf({ counts }: Problem, panels: readonly Int32Array[], weights: readonly number[]): number[] {
  const chances = counts.map(() => 0)
  panels.forEach((panel, index) => {
    panel.forEach((members, profile) => {
      if (members > 0)
        chances[profile] =
          (chances[profile] ?? 0) + ((weights[index] ?? 0) * members) / (counts[profile] ?? 1)
    })
  })
  return chances
}

function meanLogarithm({ counts }: Problem, chances: readonly number[], people: number): number {
  return (
    chances.reduce(
      (sum, chance, profile) => (chance > 0 ? sum + (counts[profile] ?? 0) * Math.log(chance) : sum),
      0,
    ) / people
  )
}
