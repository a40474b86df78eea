import type { Multiply } from './leading-eigenpairs.ts'
import type { Dice } from './random.ts'
import type { VoteTable } from './vote-table.ts'

/** The centred votes X, sparse by rows, with how often each person counts. */
export interface CentredCells {
  statements: number
  rowStart: Int32Array
  statementOf: Int32Array
  /** vote − mean of the statement. */
  values: Float64Array
  weights: Float64Array
}

export function centredCells(table: VoteTable, center: Float64Array, weights: Float64Array): CentredCells {
  const { statementOf, answerOf, rowStart } = table
  const values = new Float64Array(answerOf.length)
  for (let i = 0; i < values.length; i++) values[i] = (answerOf[i] ?? 0) - (center[statementOf[i] ?? 0] ?? 0)
  return { statements: table.statements.length, rowStart, statementOf, values, weights }
}

/** The same cells, each with its sign thrown by a coin: as much spread, in the same places, and nothing held in common. */
export function withThrownSigns(cells: CentredCells, dice: Dice): CentredCells {
  let coins = 0
  const values = cells.values.map((value, i) => {
    coins = i % 32 === 0 ? dice.bits() : coins >>> 1
    return coins & 1 ? value : -value
  })
  return { ...cells, values }
}

/** Copies in which each statement's votes are dealt anew among those who saw it: who saw what stays, who holds what with whom goes. */
export function shufflerOf(cells: CentredCells): (dice: Dice) => CentredCells {
  const byStatement = placesByStatement(cells)
  return (dice) => {
    const values = cells.values.slice()
    for (const places of byStatement) {
      for (let i = places.length - 1; i > 0; i--) {
        const one = places[i] ?? 0
        const other = places[dice.below(i + 1)] ?? 0
        const value = values[one] ?? 0
        values[one] = values[other] ?? 0
        values[other] = value
      }
    }
    return { ...cells, values }
  }
}

function placesByStatement({ statements, statementOf }: CentredCells): Int32Array[] {
  const counts = new Int32Array(statements)
  for (const statement of statementOf) counts[statement] = (counts[statement] ?? 0) + 1
  const places = Array.from(counts, (count) => new Int32Array(count))
  const filled = new Int32Array(statements)
  statementOf.forEach((statement, place) => {
    const next = filled[statement] ?? 0
    filled[statement] = next + 1
    const own = places[statement]
    if (own) own[next] = place
  })
  return places
}

export function totalSquares({ rowStart, values, weights }: CentredCells): number {
  let total = 0
  for (let person = 0; person < rowStart.length - 1; person++) {
    const end = rowStart[person + 1] ?? 0
    let own = 0
    for (let place = rowStart[person] ?? 0; place < end; place++)
      own += (values[place] ?? 0) * (values[place] ?? 0)
    total += (weights[person] ?? 0) * own
  }
  return total
}

/** v → XᵀWXv, for up to four vectors in one walk over the votes. */
export function gramProduct(cells: CentredCells): Multiply {
  const size = cells.statements
  return (vectors) => {
    const woven = new Float64Array(size * 4)
    vectors.forEach((vector, c) => {
      for (let i = 0; i < size; i++) woven[i * 4 + c] = vector[i] ?? 0
    })
    const product = new Float64Array(size * 4)
    for (let person = 0; person < cells.rowStart.length - 1; person++) {
      if (cells.weights[person] !== 0) addPerson(cells, person, { woven, product })
    }
    return vectors.map((_, c) => {
      const column = new Float64Array(size)
      for (let i = 0; i < size; i++) column[i] = product[i * 4 + c] ?? 0
      return column
    })
  }
}

// Every sum runs over people in order and, within a person, over statements in order. Four named sums and not a loop over
// four: the compiler keeps them in registers.
function addPerson(
  cells: CentredCells,
  person: number,
  flow: { woven: Float64Array; product: Float64Array },
): void {
  const { rowStart, statementOf, values, weights } = cells
  const { woven, product } = flow
  const start = rowStart[person] ?? 0
  const end = rowStart[person + 1] ?? 0
  const weight = weights[person] ?? 0
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  for (let place = start; place < end; place++) {
    const i = (statementOf[place] ?? 0) * 4
    const value = values[place] ?? 0
    a += value * (woven[i] ?? 0)
    b += value * (woven[i + 1] ?? 0)
    c += value * (woven[i + 2] ?? 0)
    d += value * (woven[i + 3] ?? 0)
  }
  for (let place = start; place < end; place++) {
    const i = (statementOf[place] ?? 0) * 4
    const value = weight * (values[place] ?? 0)
    product[i] = (product[i] ?? 0) + value * a
    product[i + 1] = (product[i + 1] ?? 0) + value * b
    product[i + 2] = (product[i + 2] ?? 0) + value * c
    product[i + 3] = (product[i + 3] ?? 0) + value * d
  }
}
