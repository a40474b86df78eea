import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeFollowUpKey, parseFollowUpKey } from './follow-up-key.ts'

const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 })

test('two bytes read as Wilkerson’s published example does', () => {
  // arXiv:0901.4016: 127.0.0.1 is "lusab-babad".
  expect(makeFollowUpKey(Uint8Array.of(127, 0, 0, 1, 0, 0, 0, 0, 0, 0))).toMatch(
    /^lusab-babad-babab-babab-babab-/,
  )
})

test('a key is read back however it was written down', () => {
  fc.assert(
    fc.property(tenBytes, (bytes) => {
      const written = makeFollowUpKey(bytes)
      for (const form of [
        written,
        written.toUpperCase(),
        written.replaceAll('-', ' '),
        written.replaceAll('-', ''),
      ]) {
        expect(parseFollowUpKey(form)).toEqual({ ok: true, key: bytes })
      }
    }),
  )
})

test('one wrong letter is called mistyped, a missing group too short', () => {
  const written = makeFollowUpKey(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
  const wrong = (written[0] === 'b' ? 'd' : 'b') + written.slice(1)
  expect(parseFollowUpKey(wrong)).toEqual({ ok: false, why: 'mistyped' })
  expect(parseFollowUpKey(written.replace(/^./, 'q'))).toEqual({ ok: false, why: 'mistyped' })
  expect(parseFollowUpKey(written.slice(6))).toEqual({ ok: false, why: 'wrong-length' })
})

test('any one letter changed is noticed, and no text makes the reader fail', () => {
  const written = makeFollowUpKey(Uint8Array.of(127, 0, 0, 1, 63, 84, 220, 193, 216, 35))
  expect(written).toBe('lusab-babad-gutih-tugad-tobog-lugav')
  for (const [at, right] of [...written].entries()) {
    for (const letter of 'abdfghijklmnoprstuvz') {
      if (letter === right || right === '-') continue
      const slip = written.slice(0, at) + letter + written.slice(at + 1)
      expect(parseFollowUpKey(slip)).toEqual({ ok: false, why: 'mistyped' })
    }
  }
  expect(parseFollowUpKey(`\u200f${written.replaceAll('-', ' – ')}\n`).ok).toBe(true)
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => void parseFollowUpKey(text)))
})
