import { expect, test } from 'vitest'
import { findLottery } from './find-lottery.ts'
import { drawInvitations } from './invitations.ts'
import { categoriesOf } from './quotas.ts'
import { vacancyDraw } from './replacement.ts'
import { loadSolver } from './solver.ts'
import { streamFrom } from './stream.ts'
import { syntheticPool } from './synthetic-pool.ts'

test('a replaced panel keeps every quota, without those who declined or share a home with a member', async () => {
  const solver = await loadSolver()
  const size = 12
  const made = syntheticPool({ people: 90, size, values: [2, 3, 4], slack: 1 }, 'replace')
  const pool = made.pool.map((person, place) =>
    place % 2 === 0 ? { ...person, household: `${place >> 2}` } : person,
  )
  const lottery = findLottery(solver, { pool, quotas: made.quotas, size, method: 'leximin', panels: 100 })
  const panel = (lottery?.panels[41] ?? []).map((place) => pool[place]?.id ?? '')
  const [one = '', two = '', ...staying] = panel
  const vacancies = vacancyDraw({ pool, quotas: made.quotas, size, staying, declined: [one, two] })
  expect(vacancies.size).toBe(2)
  const refill = findLottery(solver, { ...vacancies, method: 'leximin', panels: 100 })
  expect(refill?.panels).toHaveLength(100)
  for (const places of refill?.panels ?? []) {
    const ids = [...staying, ...places.map((place) => vacancies.pool[place]?.id ?? '')]
    const members = pool.filter(({ id }) => ids.includes(id))
    expect(ids).not.toContain(one)
    expect(members).toHaveLength(size)
    for (const { category, value, min, max } of made.quotas) {
      const place = categoriesOf(made.quotas).indexOf(category)
      const held = members.filter(({ values }) => values[place] === value).length
      expect(held >= min && held <= max).toBe(true)
    }
    const homes = members.flatMap(({ household }) => (household === undefined ? [] : [household]))
    expect(new Set(homes).size).toBe(homes.length)
  }
})

test('100,000 addresses: every stratum gets its share of the letters, and each is drawn once', () => {
  const strata = Array.from({ length: 100_000 }, (_, place) => `region ${(place * place) % 7}`)
  const { drawn, strata: told } = drawInvitations({
    strata,
    letters: 2_500,
    stream: streamFrom(Buffer.from('x'), 'invite'),
  })
  expect(new Set(drawn).size).toBe(2_500)
  for (const { addresses, letters, chance } of told) {
    expect(chance).toBeCloseTo(0.025, 9)
    expect(Math.abs(letters - addresses * 0.025)).toBeLessThan(1)
  }
})

test('weights draw more from those who answer less; a stratum too small gives what it has', () => {
  const strata = [...new Array<string>(10).fill('few'), ...new Array<string>(990).fill('many')]
  const weights = new Map([['few', 50]])
  const { strata: told } = drawInvitations({
    strata,
    letters: 100,
    weights,
    stream: streamFrom(Buffer.from('y'), 'invite'),
  })
  expect(told).toMatchObject([
    { stratum: 'few', letters: 10, chance: 1 },
    { stratum: 'many', letters: 90 },
  ])
})

test('the letter over goes to each stratum as often as its fraction says', () => {
  const strata = [
    ...new Array<string>(3).fill('a'),
    ...new Array<string>(3).fill('b'),
    ...new Array<string>(4).fill('c'),
  ]
  const stream = streamFrom(Buffer.from('fractions'), 'invite')
  const counts = strata.map(() => 0)
  for (let draw = 0; draw < 20_000; draw++)
    for (const place of drawInvitations({ strata, letters: 4, stream }).drawn)
      counts[place] = (counts[place] ?? 0) + 1
  for (const count of counts) expect(Math.abs(count - 8_000)).toBeLessThan(5 * Math.sqrt(20_000 * 0.4 * 0.6))
})
