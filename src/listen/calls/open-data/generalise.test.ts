import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Facts, generalise } from './generalise.ts'

const facts = (more: Partial<Facts> = {}): Facts => ({
  route: 'web',
  language: 'en',
  standing: 'member',
  nation: 'wales',
  region: '',
  is_from_office_holder: false,
  ...more,
})
const many = (count: number, more: Partial<Facts> = {}) =>
  Array.from({ length: count }, (_, row) => ({ row, facts: facts(more), hasPage: false }))

test('a place of few becomes its nation', () => {
  const rows = [
    ...many(3, { nation: 'england', region: 'kent' }),
    ...many(3, { nation: 'england', region: 'devon' }),
  ]
  const { kept, dropped } = generalise(rows)
  expect(dropped).toBe(0)
  expect(new Set(kept.map(({ facts: { region, nation } }) => `${nation} ${region}`))).toEqual(
    new Set(['england ']),
  )
})

test('what stands apart at every step is dropped, and counted', () => {
  const { kept, dropped } = generalise([...many(20), ...many(2, { route: 'text' })])
  expect([kept.length, dropped]).toEqual([20, 2])
})

test('one office-holder among many is not told by a column', () => {
  const rows = [...many(10), ...many(6, { language: 'cy' }), ...many(1, { is_from_office_holder: true })]
  const { kept } = generalise(rows)
  expect(kept.some(({ facts: { is_from_office_holder } }) => is_from_office_holder === true)).toBe(false)
})

const row = fc.record({
  row: fc.nat(),
  hasPage: fc.boolean(),
  facts: fc.record({
    route: fc.constantFrom('web', 'paper', 'text'),
    language: fc.constantFrom('en', 'cy', 'ur'),
    standing: fc.constantFrom('member', 'unknown'),
    nation: fc.constantFrom('england', 'wales'),
    region: fc.constantFrom('kent', 'devon', ''),
    is_from_office_holder: fc.boolean(),
  }),
})

test('property: whoever reads the pages that rows name still finds four others, or no more than the page says', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 80 }), (given) => {
      const rows = given.map((one) => ({ ...one, row: one }))
      const { kept, dropped } = generalise(rows)
      expect(kept.length + dropped).toBe(rows.length)
      const known = kept.map(({ row: { facts, hasPage }, facts: shown }) => ({
        hasPage,
        // What the page of the answer adds to what the row shows.
        ...(hasPage ? { ...shown, route: facts.route, language: facts.language } : shown),
      }))
      for (const group of Map.groupBy(known, (one) => JSON.stringify(one)).values()) {
        const isAsItsPage = group.every(
          (one) =>
            one.hasPage &&
            `${one.standing}${one.nation}${one.region}` === '' &&
            one.is_from_office_holder === null,
        )
        if (!isAsItsPage) expect(group.length).toBeGreaterThanOrEqual(5)
      }
    }),
    { numRuns: 300, seed: 11 },
  )
})
