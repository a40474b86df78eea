import { expect, test } from 'vitest'
import { faultOf } from './compare-texts.ts'

test('a text with the same values and the plural forms of its language can be used', () => {
  expect(
    faultOf(
      '{days, plural, one {# day} other {# days}} left',
      '{days, plural, one {# دن} other {# دن}} باقی',
      'ur',
    ),
  ).toBeNull()
  expect(faultOf('With {body}', '{body} کے پاس', 'ur')).toBeNull()
})

test('a value that is missing, misspelt or shown otherwise is named', () => {
  expect(faultOf('With {body}', 'کے پاس', 'ur')).toContain('lacks {body')
  expect(faultOf('With {body}', '{boddy} کے پاس، {body}', 'ur')).toContain('boddy')
  expect(faultOf('{n, number} of them', '{n} میں سے', 'ur')).toContain('lacks {n:number}')
})

test('a plural needs every form of its language', () => {
  expect(faultOf('{n, plural, one {# day} other {# days}}', '{n, plural, other {# دن}}', 'ur')).toContain(
    'one',
  )
})

test('a text that cannot be read is named with the reason', () => {
  expect(faultOf('With {body}', '{body کے پاس', 'ur')).toContain('cannot be read')
})

test('English that was left standing is found, names of headers and files are not', () => {
  expect(faultOf('Sign in', 'Sign in', 'ur')).toBe('is still in English')
  expect(faultOf('A page for you', 'یہ is a page for you', 'ur')).toContain('still has English')
  expect(faultOf('Send an Idempotency-Key header', 'Idempotency-Key بھیجیں', 'ur')).toBeNull()
})
