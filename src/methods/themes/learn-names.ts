import type { SparseRows } from './sparse-rows.ts'

const ROUNDS = 40
const STEP = 0.5
const RIDGE = 1e-4

/** Says the likeliest name of a row, and how likely it holds it. */
export type NameModel = (row: number) => { name: string; probability: number }

/**
 * Learns names from coded rows: multinomial logistic regression, fitted by AdaGrad (Duchi, Hazan, Singer 2011) with a
 * small ridge; each name weighs alike, however rare (King and Zeng 2001), so that the commonest is not simply always said.
 * Rows are taken in their order, so the same codes give the same model.
 */
export function learnNames(
  weights: SparseRows,
  coded: readonly (readonly [row: number, name: string])[],
): NameModel {
  const names = [...new Set(coded.map(([, name]) => name))].sort()
  const counts = names.map((name) => coded.filter(([, given]) => given === name).length)
  const balance = counts.map((count) => Math.sqrt(coded.length / (names.length * Math.max(1, count))))
  const state: Model = {
    names: names.length,
    values: new Float64Array((weights.width + 1) * names.length),
    squares: new Float64Array((weights.width + 1) * names.length).fill(1e-6),
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const [row, name] of coded) {
      const target = names.indexOf(name)
      descend(weights, state, { row, target, weight: balance[target] ?? 1 })
    }
  }
  return (row) => {
    const chances = chancesOf(weights, state, row)
    const best = chances.indexOf(Math.max(...chances))
    return { name: names[best] ?? '', probability: chances[best] ?? 0 }
  }
}

interface Model {
  names: number
  /** By column, then name; the last column is what names have without any word. */
  values: Float64Array
  squares: Float64Array
}

function chancesOf(weights: SparseRows, { names, values }: Model, row: number): number[] {
  const scores = Array.from({ length: names }, (_, name) => values[weights.width * names + name] ?? 0)
  for (let at = weights.starts[row] ?? 0; at < (weights.starts[row + 1] ?? 0); at++) {
    const from = (weights.columns[at] ?? 0) * names
    for (let name = 0; name < names; name++) {
      scores[name] = (scores[name] ?? 0) + (weights.values[at] ?? 0) * (values[from + name] ?? 0)
    }
  }
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

interface Example {
  row: number
  target: number
  weight: number
}

function descend(weights: SparseRows, state: Model, { row, target, weight }: Example): void {
  const errors = chancesOf(weights, state, row).map(
    (chance, name) => weight * (chance - (name === target ? 1 : 0)),
  )
  step(state, { column: weights.width, value: 1, errors })
  for (let at = weights.starts[row] ?? 0; at < (weights.starts[row + 1] ?? 0); at++) {
    step(state, { column: weights.columns[at] ?? 0, value: weights.values[at] ?? 0, errors })
  }
}

function step(
  { names, values, squares }: Model,
  at: { column: number; value: number; errors: readonly number[] },
): void {
  for (let name = 0; name < names; name++) {
    const place = at.column * names + name
    const slope = at.value * (at.errors[name] ?? 0) + RIDGE * (values[place] ?? 0)
    squares[place] = (squares[place] ?? 0) + slope * slope
    values[place] = (values[place] ?? 0) - (STEP * slope) / Math.sqrt(squares[place] ?? 1)
  }
}
