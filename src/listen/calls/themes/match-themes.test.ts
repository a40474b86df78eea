import { expect, test } from 'vitest'
import { matchThemes } from './match-themes.ts'

const answers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `answer ${from + at}`)
const proposed = (id: string, from: number, to: number) => ({ id, members: answers(from, to), isKept: false })
const kept = (id: string, from: number, to: number) => ({ id, members: answers(from, to), isKept: true })
const found = (id: string, from: number, to: number) => ({ id, members: answers(from, to) })

test('a theme that grew is the same theme', () => {
  const { continues, ended } = matchThemes([proposed('buses', 0, 100)], [found('new', 0, 180)])
  expect(continues).toEqual(new Map([['new', 'buses']]))
  expect(ended).toEqual([])
})

test('one standing theme is continued by one found theme: the nearest', () => {
  const { continues } = matchThemes([proposed('buses', 0, 100)], [found('one', 60, 100), found('two', 0, 60)])
  expect(continues).toEqual(new Map([['two', 'buses']]))
})

test('what people merged is not taken apart', () => {
  const { continues, within } = matchThemes(
    [kept('transport', 0, 200)],
    [found('buses', 0, 120), found('trains', 120, 200)],
  )
  expect(continues.get('buses')).toBe('transport')
  expect(within.get('trains')).toBe('transport')
})

test('a proposal that nobody touched and no run finds again ends; what people decided about does not', () => {
  const { ended } = matchThemes(
    [proposed('noise', 0, 10), kept('small but named', 10, 15)],
    [found('all', 0, 400)],
  )
  expect(ended).toEqual(['noise'])
})

test('what is new is neither', () => {
  const { continues, within } = matchThemes([kept('buses', 0, 100)], [found('dentists', 100, 150)])
  expect([continues.size, within.size]).toEqual([0, 0])
})
