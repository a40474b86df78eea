import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moreThanHalf, moreThanOthers, shareInterval } from './proportions.ts'

test('Wilson’s interval where it is known', () => {
  expect(shareInterval(5, 10).map((end) => end.toFixed(4))).toEqual(['0.2366', '0.7634'])
  expect(shareInterval(0, 10).map((end) => end.toFixed(4))).toEqual(['0.0000', '0.2775'])
  expect(shareInterval(0, 0)).toEqual([0, 1])
})

test('an interval holds the share it is of, and narrows as more are asked', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (count, others) => {
      const trials = count + others
      const [low, high] = shareInterval(count, trials)
      if (trials > 0) expect(low <= count / trials && count / trials <= high).toBe(true)
      const [widerLow, widerHigh] = shareInterval(count * 4, trials * 4)
      expect(widerHigh - widerLow).toBeLessThan(high - low + 1e-12)
    }),
  )
})

test('the tests are zero where nothing tells sides apart, and mirror each other', () => {
  expect(moreThanHalf(0, 1)).toBe(0)
  expect(moreThanOthers({ count: 5, trials: 5 }, { count: 9, trials: 9 })).toBe(0)
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50), (a, b, c, d) => {
      const inside = { count: a, trials: a + b }
      const outside = { count: c, trials: c + d }
      expect(moreThanOthers(inside, outside) + moreThanOthers(outside, inside)).toBeCloseTo(0, 10)
    }),
  )
})
