import { type CentredCells, centredCells, gramProduct, totalSquares } from './centred-cells.ts'
import { dot, leadingEigenpairs } from './leading-eigenpairs.ts'
import { diceFrom } from './random.ts'
import type { VoteTable } from './vote-table.ts'

export interface Components {
  /** Per statement, the mean of the votes it got (agree 1, pass 0, disagree −1); 0 where it got none. */
  center: Float64Array
  /** Orthonormal, greatest variance first, one entry a statement. Fewer than asked for where the votes have fewer. */
  vectors: Float64Array[]
  /** The variance along each: λ / (people − 1). */
  variances: Float64Array
  /** Variance along each as a part of the whole. */
  shares: Float64Array
  /** The greatest residual left, as a part of the greatest eigenvalue: how far from settled. */
  residual: number
  steps: number
  /** Unfinished further vectors, for the next warm start. */
  spare: Float64Array[]
}

export interface ComponentsWanted {
  count: number
  tolerance: number
  limit: number
  start?: readonly Float64Array[]
}

/**
 * To be published. Components within noise lie so close together that settling them takes hundreds of steps and tells
 * nothing: the more votes, the sooner it is left (300 steps to 100,000 votes, 29 to a million); `residual` says how far it came.
 */
export function settledFor({ cells }: Centred, count: number): ComponentsWanted {
  const limit = Math.min(300, Math.max(25, Math.floor(3e7 / Math.max(cells.values.length, 1))))
  return { count, tolerance: 1e-10, limit }
}

/** Enough to know how many there are. */
export const ROUGH: ComponentsWanted = { count: 2, tolerance: 1e-3, limit: 15 }

/**
 * The principal components of the votes with unseen cells filled by the statement's mean (Small, Bjorkegren, Erkkilä, Shaw
 * and Megill 2021, "Polis: Scaling Deliberation by Mapping High Dimensional Opinion Spaces", Recerca 26(2), §"The math";
 * production code, `math/pca.clj`). Filling by the mean and then centring leaves exactly zero in every unseen cell, so the
 * centred matrix is as sparse as the votes, and nothing people × statements in size is ever made.
 */
export function principalComponents({ cells, center }: Centred, wanted: ComponentsWanted): Components {
  const total = totalSquares(cells)
  const count = Math.min(wanted.count, cells.statements)
  const search = { ...wanted, count, size: cells.statements, dice: diceFrom(1) }
  const found = leadingEigenpairs(gramProduct(cells), search)
  const alive = [...found.values].filter((value) => value > 1e-12 * total).length
  const freedom = Math.max(cells.weights.reduce((sum, weight) => sum + weight, 0) - 1, 1)
  return {
    center,
    vectors: found.vectors.slice(0, alive).map(withSettledSign),
    variances: found.values.slice(0, alive).map((value) => value / freedom),
    shares: found.values.slice(0, alive).map((value) => value / total),
    residual: found.residual,
    steps: found.steps,
    spare: found.spare,
  }
}

/** The votes less their means, and the means. */
export interface Centred {
  cells: CentredCells
  center: Float64Array
}

/** `weights`: how often each person counts; once when absent. */
export function centred(table: VoteTable, weights = evenWeights(table)): Centred {
  const center = centerOf(table, weights)
  return { center, cells: centredCells(table, center, weights) }
}

function evenWeights(table: VoteTable): Float64Array {
  return new Float64Array(table.participants.length).fill(1)
}

function centerOf(table: VoteTable, weights: Float64Array): Float64Array {
  const { rowStart, statementOf, answerOf } = table
  const sums = new Float64Array(table.statements.length)
  const seen = new Float64Array(table.statements.length)
  for (let person = 0; person < table.participants.length; person++) {
    const weight = weights[person] ?? 0
    const end = rowStart[person + 1] ?? 0
    for (let place = rowStart[person] ?? 0; place < end; place++) {
      const statement = statementOf[place] ?? 0
      sums[statement] = (sums[statement] ?? 0) + weight * (answerOf[place] ?? 0)
      seen[statement] = (seen[statement] ?? 0) + weight
    }
  }
  return sums.map((sum, statement) => sum / Math.max(seen[statement] ?? 0, Number.MIN_VALUE) || 0)
}

/** Components have no sign of their own: we turn each so that its greatest entry (of equals, the first) is positive. */
function withSettledSign(vector: Float64Array): Float64Array {
  let greatest = 0
  for (const value of vector) if (Math.abs(value) > Math.abs(greatest) * (1 + 1e-9)) greatest = value
  const length = Math.sqrt(dot(vector, vector)) * (greatest < 0 ? -1 : 1)
  return vector.map((value) => value / length)
}

/** The same vectors, each turned so that it points the way the one before it did. */
export function alignedWith(
  before: readonly Float64Array[],
  vectors: readonly Float64Array[],
): Float64Array[] {
  return vectors.map((vector, c) => {
    const known = before[c]
    return known && dot(known, vector) < 0 ? vector.map((value) => -value) : vector
  })
}
