import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alphaByTheme, krippendorffAlpha } from './krippendorff-alpha.ts'

const _ = undefined

test('the published example with four observers, twelve units and gaps: 0.743', () => {
  const observers = [
    ['1', '2', '3', '3', '2', '1', '4', '1', '2', _, _, _],
    ['1', '2', '3', '3', '2', '2', '4', '1', '2', '5', _, '3'],
    [_, '3', '3', '3', '2', '3', '4', '2', '2', '5', '1', _],
    ['1', '2', '3', '3', '2', '4', '4', '1', '2', '5', '1', _],
  ]
  const units = Array.from({ length: 12 }, (__, unit) => observers.map((codes) => codes[unit]))
  expect(krippendorffAlpha(units)).toBeCloseTo(0.743, 3)
})

test('the published example with two observers and binary data: 0.095', () => {
  const [meg, owen] = ['0100000000', '1110010010']
  const units = [...(meg ?? '')].map((code, unit) => [code, owen?.[unit]])
  expect(krippendorffAlpha(units)).toBeCloseTo(0.095, 3)
})

test('full agreement is 1, one name alone says nothing, and the order of coders does not matter', () => {
  expect(
    krippendorffAlpha([
      ['a', 'a'],
      ['b', 'b', 'b'],
      ['c', _],
    ]),
  ).toBe(1)
  expect(
    krippendorffAlpha([
      ['a', 'a'],
      ['a', _],
    ]),
  ).toBeUndefined()
  const codings = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', _), { minLength: 2, maxLength: 4 }), {
    minLength: 2,
  })
  fc.assert(
    fc.property(codings, (units) => {
      const turned = krippendorffAlpha(units.map((unit) => unit.toReversed()))
      expect(turned).toEqual(krippendorffAlpha(units))
    }),
  )
})

test('by theme, where answers have several', () => {
  const codings = [
    [['a', 'b'], ['a']],
    [['b'], ['b']],
    [['a'], ['a', 'b']],
    [[], _],
  ]
  expect(alphaByTheme(codings)).toEqual([
    { theme: 'a', alpha: 1 },
    { theme: 'b', alpha: expect.closeTo(-0.25, 10) },
  ])
})
