import { expect, test } from 'vitest'
import { apportion } from './divisors.ts'

const seatsOf = (votes: number[], seats: number, divisor: (seat: number) => number) => {
  const given = apportion(votes, seats, { divisor, lots: () => [...votes.keys()] })
  return votes.map((_, list) => given.filter((seat) => seat.list === list).length)
}

test('South East England, European Parliament 2019: ten seats by D’Hondt', () => {
  // Brexit, Liberal Democrats, Green, Conservative, Labour, Change UK, UKIP (Electoral Commission, results of 2019).
  const votes = [915_686, 653_743, 343_249, 260_277, 184_678, 105_832, 56_487]
  expect(seatsOf(votes, 10, (seat) => seat)).toEqual([4, 3, 1, 1, 1, 0, 0])
})

test('the textbook example: D’Hondt favours the large, Sainte-Laguë does not', () => {
  const votes = [100_000, 80_000, 30_000, 20_000]
  expect(seatsOf(votes, 8, (seat) => seat)).toEqual([4, 3, 1, 0])
  expect(seatsOf(votes, 8, (seat) => 2 * seat - 1)).toEqual([3, 3, 1, 1])
})

test('equal averages go to the list with more votes, then by lot', () => {
  const [first] = apportion([10, 10], 1, { divisor: (seat) => seat, lots: () => [1, 0] })
  expect(first).toEqual({ list: 1, equals: [0, 1] })
  expect(seatsOf([20, 10], 2, (seat) => seat)).toEqual([2, 0])
})
