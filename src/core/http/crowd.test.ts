import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Crowd, prefixOf } from './crowd.ts'

test.each([
  ['203.0.113.7', '203.0.113'],
  ['::ffff:203.0.113.7', '203.0.113'],
  ['2001:db8:85a3:12ab:1:2:3:4', '2001:db8:85a3:1200'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['nonsense', 'unknown'],
])('%s is of %s', (address, prefix) => {
  expect(prefixOf(address)).toBe(prefix)
})

test('whoever comes from one part of the network is one, others are others, and it passes', () => {
  const crowd = new Crowd({ most: 2, windowMs: 1_000 })
  expect(['203.0.113.1', '203.0.113.2', '203.0.113.3'].map((ip) => crowd.isAbove(ip, 0))).toEqual([
    false,
    false,
    true,
  ])
  expect(crowd.isAbove('203.0.114.1', 0)).toBe(false)
  expect(crowd.isAbove('203.0.113.9', 999)).toBe(true)
  expect(crowd.isAbove('203.0.113.9', 1_001)).toBe(false)
})

test('an attacker with many addresses fills no memory', () => {
  const crowd = new Crowd({ most: 1, windowMs: 1_000, prefixes: 10 })
  fc.assert(
    fc.property(fc.ipV6(), (ip) => {
      crowd.isAbove(ip, 0)
      return Object.keys(crowd).length === 0
    }),
  )
  expect(crowd.isAbove('203.0.113.1', 0)).toBe(false)
  expect(crowd.isAbove('203.0.113.1', 0)).toBe(true)
})
