import { expect, test } from 'vitest'
import { chooseLanguage } from './languages.ts'
import { defineMessages, say, sayWith } from './messages.ts'
import { translator } from './translate.ts'

const m = defineMessages('example', {
  handIn: say('Hand it in'),
  key: sayWith<{ key: string }>('Your key: {key}'),
  days: sayWith<{ days: number }>('{days, plural, one {# day} other {# days}} over'),
})

test('a sentence is said in the reader’s language, and in English where it has none', () => {
  const urdu = translator('ur', new Map([['example.handIn', 'جمع کرائیں']]))
  expect(urdu(m.handIn)).toBe('جمع کرائیں')
  expect(urdu(m.days, { days: 2 })).toBe('2 days over')
})

test('the pseudo-language changes words and keeps values', () => {
  const pseudo = translator('en-XA', new Map())
  expect(pseudo(m.handIn)).toBe('⟦Háñd ít íñ⟧')
  expect(pseudo(m.days, { days: 1 })).toContain('1 day')
})

test('a moment is written with the comma of its language', () => {
  const at = new Date('2026-11-22T19:50:00Z')
  expect(translator('en', new Map()).moment(at)).toBe('22 November 2026, 19:50')
  expect(translator('ur', new Map()).moment(at)).toMatch(/، 19:50$/)
})

test('figures carry a thin space from ten thousand on', () => {
  const t = translator('en', new Map())
  expect(t.number(40118)).toBe('40\u202f118')
  expect(t.number(2417)).toBe('2417')
})

test('the browser’s wish decides the language, by weight', () => {
  expect(chooseLanguage('cy, ur-PK;q=0.8, en;q=0.5', ['en', 'ur'])).toBe('ur')
  expect(chooseLanguage(undefined, ['en', 'ur'])).toBe('en')
})

test('a sentence is said around a piece of the page, in any order', () => {
  const key = { tag: 'code' }
  expect(translator('en', new Map()).around(m.key, { key })).toEqual(['Your key: ', key])
  const urdu = translator('ur', new Map([['example.key', '{key} آپ کی کنجی ہے']]))
  expect(urdu.around(m.key, { key })).toEqual([key, ' آپ کی کنجی ہے'])
  expect(urdu.around(m.key, { key: 'abc' })).toEqual(['abc آپ کی کنجی ہے'])
})

test('a list has the commas of its language', () => {
  expect(translator('en', new Map()).list(['a', 'b']).join('')).toBe('a, b')
  expect(translator('ur', new Map()).list(['a', 'b']).join('')).toBe('a، b')
})
