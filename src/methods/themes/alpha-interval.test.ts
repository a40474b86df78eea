import { expect, test } from 'vitest'
import { alphaWithInterval } from './alpha-interval.ts'
import { krippendorffAlpha } from './krippendorff-alpha.ts'

/** Krippendorff 2011, section C, the published example: four observers, twelve units, alpha 0.743. */
const PUBLISHED = [
  '1***',
  '1122',
  '3333',
  '33333'.slice(1),
  '2222',
  '1234',
  '4444',
  '1121',
  '2222',
  '*555',
  '**11',
  '**3*',
]

test('the interval holds alpha, is the same again, and grows narrower with more units', () => {
  const few = PUBLISHED.map((unit) => [...unit].map((name) => (name === '*' ? undefined : name)))
  const many = Array.from({ length: 8 }, () => few).flat()
  const [one, again, more] = [
    alphaWithInterval(few, 'x'),
    alphaWithInterval(few, 'x'),
    alphaWithInterval(many, 'x'),
  ]
  expect(one).toEqual(again)
  expect(one?.alpha).toBe(krippendorffAlpha(few))
  expect(one?.interval[0]).toBeLessThan(one?.alpha ?? 0)
  expect(one?.interval[1]).toBeGreaterThan(one?.alpha ?? 1)
  const width = ([low, high]: [number, number] = [0, 0]) => high - low
  expect(width(more?.interval)).toBeLessThan(width(one?.interval))
})

test('where nothing was coded twice nothing is said', () => {
  expect(
    alphaWithInterval(
      [
        ['a', undefined],
        [undefined, 'b'],
      ],
      'x',
    ),
  ).toBeUndefined()
  expect(
    alphaWithInterval(
      [
        ['a', 'a'],
        ['a', 'a'],
      ],
      'x',
    ),
  ).toBeUndefined()
})
