import { expect } from 'vitest'
import type { Lottery } from '../find-lottery.ts'
import { decimalOf } from '../fraction.ts'
import type { Person } from '../pool.ts'
import { categoriesOf, type Quota } from '../quotas.ts'

interface Asked {
  pool: readonly Person[]
  quotas: readonly Quota[]
  size: number
}

/** Counts by hand what the method promises, from people and quotas alone. */
export function expectSound(
  lottery: Lottery | undefined,
  { pool, quotas, size }: Asked,
): asserts lottery is Lottery {
  if (!lottery) throw new Error('There is no lottery.')
  const categories = categoriesOf(quotas)
  for (const panel of lottery.panels) {
    const people = panel.map((place) => pool[place])
    const homes = people.flatMap((person) => (person?.household === undefined ? [] : [person.household]))
    expect(new Set(panel).size).toBe(size)
    expect(new Set(homes).size).toBe(homes.length)
    for (const { category, value, min, max } of quotas) {
      const held = people.filter((person) => person?.values[categories.indexOf(category)] === value).length
      expect(held).toBeGreaterThanOrEqual(min)
      expect(held).toBeLessThanOrEqual(max)
    }
  }
  const seats = pool.map((_, place) => lottery.panels.filter((panel) => panel.includes(place)).length)
  expect(lottery.seats).toEqual(seats)
  const drawable = seats.filter((_, place) => !lottery.never.includes(place))
  expect(decimalOf(lottery.least)).toBeCloseTo(Math.min(...drawable) / lottery.panels.length, 12)
  expect(lottery.bounds.low).toBeLessThanOrEqual(lottery.bounds.high)
}
