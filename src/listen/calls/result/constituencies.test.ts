import { describe, expect, test } from 'vitest'
import { constituenciesIn, type Given } from './count-constituencies.ts'
import type { Nation } from './figures.ts'
import { hexOfConstituency } from './hexes.ts'

const given = (region: string | null, code: string | null, count: number): Given => ({
  nation: 'england',
  region,
  code,
  name: code,
  count,
})
const england = (count: number | null, regions: Record<string, number | null> | null): Nation => ({
  key: 'england',
  name: 'England',
  count,
  regions: regions && Object.entries(regions).map(([key, sum]) => ({ key, name: key, count: sum })),
})
const counts = (nations: readonly Nation[], all: readonly Given[]) =>
  Object.fromEntries(constituenciesIn(nations, all).map(({ key, count }) => [key, count]))

describe('the constituencies of a region', () => {
  const london = [
    given('london', 'A', 3),
    given('london', 'B', 6),
    given('london', 'C', 40),
    given('london', 'D', 0),
  ]

  test('are hidden where few are meant, with as many others as keep the sum from giving them back', () => {
    expect(counts([england(60, { london: 49, kent: 11 })], london)).toEqual({ A: null, B: null, C: 40, D: 0 })
  })

  test('are all hidden, the empty ones too, where the sum of the region is', () => {
    expect(counts([england(60, { london: null, kent: null })], london)).toEqual({
      A: null,
      B: null,
      C: null,
      D: null,
    })
    expect(counts([england(null, null)], london)).toEqual({ A: null, B: null, C: null, D: null })
  })

  test('count what was given for the rest of the region, which the sum would else give back', () => {
    const all = [given('london', 'A', 3), given('london', null, 30)]
    expect(counts([england(60, { london: 33, kent: 27 })], all)).toEqual({ A: null })
  })

  test('stand below their nation where it alone has a sum', () => {
    expect(counts([england(49, null)], london)).toEqual({ A: null, B: null, C: 40, D: 0 })
    const kent = given('kent', 'E', 9)
    expect(counts([england(58, null)], [...london, kent]).E).toBeNull()
  })

  test('of a nation from which nobody answered are empty', () => {
    expect(counts([], [given('london', 'D', 0)])).toEqual({ D: 0 })
  })
})

test('650 constituencies have a place of their own on the map', () => {
  expect(hexOfConstituency('E14001063')).toEqual({ q: 14, r: 6 })
  expect(hexOfConstituency('X99')).toBeNull()
})
