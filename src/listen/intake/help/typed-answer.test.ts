import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Question } from '../../calls/index.ts'
import { saidAtOf } from './said-at.ts'
import { cellsOf, readCells } from './typed-answer.ts'

const question = (place: number, kind: Question['kind'], options: number, mostChoices = 1): Question => ({
  id: `q${place}`,
  place,
  kind,
  wording: `Question ${place}`,
  help: '',
  isRequired: false,
  mostChoices,
  options: Array.from({ length: options }, (_, at) => ({
    id: `q${place}o${at + 1}`,
    place: at + 1,
    wording: `${at + 1}`,
  })),
})
const call = {
  questions: [
    question(1, 'open', 0),
    question(2, 'choice', 3, 2),
    question(3, 'statements', 3),
    question(4, 'place', 0),
  ],
}

test('words, digits and letters are read by their question', () => {
  expect(readCells(call, { '1': ' The bus ', '2': '31', '3': 'aD-', '4': 'Millbrook' })).toEqual({
    words: [{ questionId: 'q1', words: 'The bus' }],
    marks: [
      { optionId: 'q2o3', mark: 1 },
      { optionId: 'q2o1', mark: 1 },
      { optionId: 'q3o1', mark: 1 },
      { optionId: 'q3o2', mark: -1 },
    ],
    problems: [],
  })
})

test.each([
  ['2', '4', 'no-such-option'],
  ['2', '123', 'too-many-options'],
  ['2', 'x', 'no-such-option'],
  ['3', 'yes', 'not-a-d-p'],
  ['3', 'aaaa', 'not-a-d-p'],
])('in column %s, %s is told', (place, cell, why) => {
  expect(readCells(call, { [place]: cell }).problems).toEqual([{ place: Number(place), why }])
})

test('with more than nine options numbers stand apart', () => {
  const long = { questions: [question(1, 'choice', 12, 3)] }
  expect(readCells(long, { '1': '12, 1' }).marks.map(({ optionId }) => optionId)).toEqual(['q1o12', 'q1o1'])
})

test('whatever is typed, a mark is one of the call’s own, and nothing is thrown', () => {
  const ids = new Set(call.questions.flatMap(({ options }) => options.map(({ id }) => id)))
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('1', '2', '3', '4', '9', '__proto__'), fc.string()),
      (cells) => {
        const { marks, words } = readCells(call, cells)
        expect(marks.every(({ optionId }) => ids.has(optionId))).toBe(true)
        expect(new Set(marks.map(({ optionId }) => optionId)).size).toBe(marks.length)
        expect(words.length).toBeLessThanOrEqual(1)
      },
    ),
  )
})

test('the boxes of a form are read as the cells of a sheet', () => {
  const form = { q1: 'Words', q2: ['1', '2'], 'q3.1': 'a', 'q3.3': 'p' }
  expect(cellsOf(call, form)).toEqual({ '1': 'Words', '2': '1 2', '3': 'a-p', '4': '' })
  expect(cellsOf(call, { 'r7-q3': 'adp' }, 'r7-')).toMatchObject({ '3': 'adp' })
})

const at = (text: string) => new Date(text)
const times = { opensAt: at('2026-11-01T12:00:00Z'), closesAt: at('2026-11-15T12:00:00Z') }

test.each([
  ['open, nothing said', null, '2026-11-10T09:00:00Z', { ok: true, saidAt: undefined }],
  ['open, today', '2026-11-10', '2026-11-10T09:00:00Z', { ok: true, saidAt: undefined }],
  ['open, tomorrow', '2026-11-11', '2026-11-10T09:00:00Z', { ok: false, why: 'not-then' }],
  ['open, before the opening', '2026-10-31', '2026-11-10T09:00:00Z', { ok: false, why: 'not-then' }],
  ['closed, nothing said', null, '2026-11-16T09:00:00Z', { ok: false, why: 'say-when' }],
  [
    'closed, a day of the call',
    '2026-11-03',
    '2026-11-16T09:00:00Z',
    { ok: true, saidAt: at('2026-11-03T23:59:59.999Z') },
  ],
  [
    'closed, the day of the closing',
    '2026-11-15',
    '2026-11-16T09:00:00Z',
    { ok: true, saidAt: at('2026-11-15T11:59:59.999Z') },
  ],
  ['closed, the day after', '2026-11-16', '2026-11-16T09:00:00Z', { ok: false, why: 'not-then' }],
] as const)('%s', (_, saidOn, now, expected) => {
  expect(saidAtOf(saidOn, times, at(now))).toEqual(expected)
})
