import { expect, test } from 'vitest'
import { demandsPasskeys } from './demands-passkeys.ts'

const AT = 'https://moot.example.org'

test('the house decides where the operator says nothing, and the operator where they do', () => {
  expect(demandsPasskeys({}, { demandsPasskeys: true, baseUrl: AT })).toBe(true)
  expect(demandsPasskeys({}, { demandsPasskeys: false, baseUrl: AT })).toBe(false)
  expect(demandsPasskeys({ rolePasskeys: false }, { demandsPasskeys: true, baseUrl: AT })).toBe(false)
  expect(demandsPasskeys({ rolePasskeys: true }, { demandsPasskeys: false, baseUrl: AT })).toBe(true)
})

test.each(['http://moot.example.org', 'https://192.0.2.7', 'https://[2001:db8::7]', 'http://127.0.0.1:3000'])(
  'at %s no browser has passkeys: nobody is locked out, and who asks for it is told',
  (baseUrl) => {
    expect(demandsPasskeys({}, { demandsPasskeys: true, baseUrl })).toBe(false)
    expect(() => demandsPasskeys({ rolePasskeys: true }, { baseUrl })).toThrow(/ROLE_PASSKEYS is on/)
  },
)

test('on this machine by its name there are', () => {
  expect(demandsPasskeys({}, { demandsPasskeys: true, baseUrl: 'http://localhost:3000' })).toBe(true)
})
