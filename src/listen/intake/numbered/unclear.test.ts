import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumbered } from './read-numbered.ts'
import { asked, readShort } from './testing/asked-buses.ts'

describe('what is not clear is asked, not guessed', () => {
  test.each([
    ['1: More buses.\n2: tuesdays', { 1: 'More buses.', unread: '2 no-option' }],
    ['1: x\n2: a bus on Sundays', { 1: 'x', unread: '2 no-option' }],
    ['1: x\n2: not b', { 1: 'x', unread: '2 no-option' }],
    ['1: x\n2: b or c', { 1: 'x', unread: '2 no-option' }],
    ['1: x\n2: mornings, but not on Sundays', { 1: 'x', unread: '2 no-option' }],
    ['1: x\n2: b mornings', { 1: 'x', unread: '2 no-option' }],
    ['1: x\n2: d', { 1: 'x', unread: '2 no-option' }],
    ['1: x\n2: a, b, c', { 1: 'x', unread: '2 too-many' }],
    ['1: x\n2: a\n2: b\n2: c', { 1: 'x', unread: '2 too-many' }],
    ['1: x\n3: agree', { 1: 'x', unread: '3 no-mark' }],
    ['1: x\n3a: no idea', { 1: 'x', unread: '3 no-mark' }],
    ['1: x\n3a: agree\n3a: disagree', { 1: 'x', unread: '3 no-mark' }],
    ['1: x\n3c: agree', { 1: 'x', unread: '3 no-mark' }],
    ['1: x\n3a: perhaps\n3b: no', { 1: 'x', 3: 'b-', unread: '3 no-mark' }],
  ])('%j', (text, said) => {
    expect(readShort(text)).toEqual(said)
  })

  test('it is told as it was written', () => {
    expect(readNumbered('2: Tuesdays, please', asked).unread).toEqual([
      { place: 2, said: '2: Tuesdays, please', why: 'no-option' },
    ])
  })
})

test('where one choice is all that is asked, it needs no number', () => {
  const choice = { ...asked, questions: asked.questions.filter(({ kind }) => kind === 'choice') }
  expect(readNumbered('b', choice).marks).toEqual([{ optionId: 'o22', mark: 1 }])
  expect(readNumbered('Sundays', choice).marks).toEqual([{ optionId: 'o23', mark: 1 }])
  expect(readNumbered('I like trams', choice)).toMatchObject({ marks: [], beside: 'I like trams' })
})

test('where one open question is all that is asked, every word is its answer', () => {
  const open = { ...asked, questions: asked.questions.slice(0, 1) }
  expect(readNumbered('Three:\n1. buses\n2: b', open).words).toEqual([
    { questionId: 'q1', words: 'Three:\n1. buses\n2: b' },
  ])
})

test('no word is lost, whatever is written', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc
      .constantFrom('1: ', '2: b', '2: tuesdays', '3a: agree', '3: perhaps', '۴: ', '1. ', 'Hello, ')
      .chain((start) => fc.string({ maxLength: 20 }).map((end) => start + end)),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const text = lines.join('\n')
      const said = readNumbered(text, asked)
      const kept = JSON.stringify([said.words, said.unread, said.beside, said.place?.name])
      const long = (text.match(/\p{L}{6,}/gu) ?? []).filter(
        (word) => !/agree|tuesdays|perhaps|hello/i.test(word),
      )
      for (const word of long) expect(kept).toContain(JSON.stringify(word).slice(1, -1))
    }),
  )
})
