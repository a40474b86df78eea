import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalOf } from './canonical.ts'

const name = fc.stringMatching(/^[a-z_é漢]{1,4}$/)
const { document } = fc.letrec((tie) => ({
  document: fc.dictionary(name, tie('value')),
  value: fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('document'),
  ),
}))

test('documents are spelt as RFC 8785 says', () => {
  fc.assert(
    fc.property(document, (one) => {
      expect(canonicalOf(one)).toBe(canonicalize(one))
    }),
  )
})

test('a list that begins with a word has its documents in order all the same', () => {
  expect(canonicalOf(['', { b: 1, a: 2 }])).toBe('["",{"a":2,"b":1}]')
})

test('names of figures and half a surrogate pair are refused', () => {
  expect(() => canonicalOf({ 10: 1, a: 2 })).toThrow('lose its place')
  expect(() => canonicalOf({ a: '\ud800' })).toThrow('surrogate')
  expect(canonicalOf({ a: 'a backslash and ud800: \\ud800' }).length).toBeGreaterThan(0)
})
