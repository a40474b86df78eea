import { centredCells, gramProduct, withThrownSigns } from './centred-cells.ts'
import { leadingEigenpairs } from './leading-eigenpairs.ts'
import { type Components, evenWeights } from './principal-components.ts'
import { diceFrom } from './random.ts'
import type { VoteTable } from './vote-table.ts'

const DRAWS = 5

/**
 * How many components stand above noise: those with more variance than the first component of the same votes with every
 * sign thrown by a coin, in each of five throws (Hong, Sheng and Dobriban 2020, "Selecting the number of components in PCA
 * via random signs", arXiv:2012.02985). Throwing signs keeps who voted on what, so that a pattern of unseen statements
 * is not taken for opinion.
 */
export function componentsAboveNoise(table: VoteTable, components: Components, seed: number): number {
  const weights = evenWeights(table)
  const cells = centredCells(table, components.center, weights)
  const dice = diceFrom(seed)
  const freedom = Math.max(table.participants.length - 1, 1)
  let floor = 0
  for (let draw = 0; draw < DRAWS; draw++) {
    const thrown = gramProduct(withThrownSigns(cells, dice))
    const search = { size: cells.statements, count: 1, tolerance: 0.02, limit: 12, dice }
    floor = Math.max(floor, (leadingEigenpairs(thrown, search).values[0] ?? 0) / freedom)
  }
  const above = components.variances.findIndex((variance) => variance <= floor)
  return above < 0 ? components.variances.length : above
}
