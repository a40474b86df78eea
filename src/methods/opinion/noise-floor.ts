import { type CentredCells, gramProduct, withThrownSigns } from './centred-cells.ts'
import { leadingEigenpairs } from './leading-eigenpairs.ts'
import { diceFrom } from './random.ts'

const DRAWS = 5

/**
 * What variance a component can have by chance: the greatest first component of the same votes with every sign thrown by a
 * coin, in five throws (Hong, Sheng and Dobriban 2020, "Selecting the number of components in PCA via random signs",
 * arXiv:2012.02985). Throwing signs keeps who voted on what, so that a pattern of unseen statements is not taken for
 * opinion.
 */
export function noiseFloor(cells: CentredCells, seed: number): number {
  const dice = diceFrom(seed)
  let floor = 0
  for (let draw = 0; draw < DRAWS; draw++) {
    const thrown = gramProduct(withThrownSigns(cells, dice))
    const search = { size: cells.statements, count: 1, tolerance: 0.05, limit: 12, dice }
    const { values, residual } = leadingEigenpairs(thrown, search)
    // An eigenvalue lies within the residual of the one found: the floor is never set too low by stopping early.
    floor = Math.max(floor, (values[0] ?? 0) * (1 + residual))
  }
  return floor / Math.max(cells.rowStart.length - 2, 1)
}
