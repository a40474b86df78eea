import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { commitmentTo, opensCommitment } from './commitment.ts'
import { keyChange } from './key-change.ts'
import { leafProblem } from './leaf.ts'
import { signerFromSeed } from './note-keys.ts'

const id = '0190a6a2-7c4e-7cc3-98c4-dc0c0c07398f'
const hash = 'ab'.repeat(32)
const handedIn = {
  ...{ v: 1, id, type: 'submission.handed-in', at: '2026-11-22T10:00:00Z', matter: id, number: 2417 },
  ...{ body: id, due: '2026-12-06T10:00:00Z', sealed: { public: hash, private: hash } },
}

describe('a leaf', () => {
  test('with every member is one', () => {
    const key = keyChange(
      signerFromSeed('a', new Uint8Array(32)),
      signerFromSeed('a', new Uint8Array(32).fill(1)),
    )
    const full = {
      work: id,
      to_body: id,
      into: id,
      outcome: 'refused',
      until: '2027-01-31',
      tombstone_of: id,
      key,
    }
    expect(leafProblem(handedIn)).toBeNull()
    expect(leafProblem({ ...handedIn, ...full, epoch: { number: 2, size: 0, root: hash } })).toBeNull()
    expect(leafProblem({ ...handedIn, sealed: undefined })).toBeNull()
  })

  test.each([
    ['words', { reason: 'Because we say so' }, 'no member "reason"'],
    ['words in place of an id', { body: 'Housing Commission' }, '"body" is a UUID'],
    ['words in place of an outcome', { outcome: 'refused by Noor' }, '"outcome"'],
    ['words in place of a type', { type: 'Noor refused it' }, '"type"'],
    ['a person', { person: id }, 'no member "person"'],
    ['a time with a zone', { at: '2026-11-22T10:00:00+01:00' }, '"at"'],
    ['a time with parts of a second', { at: '2026-11-22T10:00:00.5Z' }, '"at"'],
    ['a day that is none', { until: '2026-02-30' }, '"until"'],
    ['an id in capitals', { id: id.toUpperCase() }, '"id"'],
    ['a version to come', { v: 2 }, '"v" is 1'],
    ['a number below one', { number: 0 }, '"number"'],
    ['words under the seal', { sealed: { public: 'Dear all' } }, '"sealed"'],
    ['an empty seal', { sealed: {} }, '"sealed"'],
    ['a seal for more', { sealed: { public: hash, note: hash } }, '"sealed"'],
    ['half a change of key', { key: { public: hash } }, '"key"'],
    ['no id', { id: undefined }, 'has "id"'],
    ['a borrowed name', JSON.parse('{"__proto__":{"a":1},"constructor":"x"}'), 'no member'],
  ])('with %s is refused', (_, change, problem) => {
    expect(leafProblem({ ...handedIn, ...change })).toContain(problem)
  })

  test('is an object', () => {
    for (const value of [null, undefined, 1, 'leaf', [], [handedIn]])
      expect(leafProblem(value)).not.toBeNull()
  })

  test('refuses any string in any member it does not know how to read', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(handedIn)), fc.string({ minLength: 1 }), (name, words) => {
        fc.pre(!/^[a-z-]+(\.[a-z-]+)+$/.test(words))
        expect(leafProblem({ ...handedIn, [name]: words })).not.toBeNull()
      }),
    )
  })
})

describe('canonical JSON', () => {
  test('is spelt as RFC 8785 shows (sections 3.2.2 and 3.2.3)', () => {
    const numbers = [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001]
    const value = { numbers, string: '\u20ac$\u000f\nA\'B"\\\\"/', literals: [null, true, false] }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 }
    expect(Object.values(JSON.parse(canonicalJson(keys)))).toHaveLength(7)
    expect(canonicalJson(keys)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
  })

  test('refuses what has no one spelling', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', undefined, () => 1]) {
      expect(() => canonicalJson(value)).toThrow()
    }
  })
})

describe('a commitment', () => {
  const salt = new Uint8Array(32).fill(3)
  test('opens with its salt and content, in any order of members, and with nothing else', () => {
    const commitment = commitmentTo({ title: 'Damp homes', words: 'Mould in every flat.' }, salt)
    expect(opensCommitment(commitment, { words: 'Mould in every flat.', title: 'Damp homes' }, salt)).toBe(
      true,
    )
    expect(opensCommitment(commitment, { words: 'Mould in every flat', title: 'Damp homes' }, salt)).toBe(
      false,
    )
    expect(
      opensCommitment(commitment, { words: 'Mould in every flat.', title: 'Damp homes' }, salt.slice(1)),
    ).toBe(false)
    expect(() => commitmentTo({}, new Uint8Array(16))).toThrow(RangeError)
  })
})
