import { expect, test } from 'vitest'
import { placesOf, sheetOf, titleOf } from './heard-input.ts'

test('a title is the first sentence, cut between words where it is long', () => {
  expect(titleOf('The bus is late. Every day.')).toBe('The bus is late.')
  expect(titleOf('کیا بس آئے گی؟ کوئی نہیں جانتا۔')).toBe('کیا بس آئے گی؟')
  expect(titleOf('One line\nand another')).toBe('One line')
  const long = titleOf('word '.repeat(60))
  expect([...long].length).toBeLessThanOrEqual(120)
  expect(long.endsWith('word…')).toBe(true)
  expect([...titleOf('ا'.repeat(300))].length).toBe(120)
})

test('rows of a form come in their order, empty ones are left out, and JSON brings its own', () => {
  const form = { 'words-10': 'ten', 'id-10': 'x', 'words-2': 'two', 'words-3': ' ', 'kind-2': 'question' }
  expect(placesOf(form)).toEqual([2, 3, 10])
  expect(sheetOf(form).rows).toEqual([
    { id: undefined, words: 'two', kind: 'question' },
    { id: 'x', words: 'ten', kind: undefined },
  ])
  expect(sheetOf({ rows: [] })).toEqual({ rows: [] })
})
