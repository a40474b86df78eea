import { expect, test } from 'vitest'
import { readPool } from './pool.ts'
import { readQuotas } from './quotas.ts'
import type { Row } from './row.ts'

function rows(text: string): Row[] {
  const [head = '', ...lines] = text.split('\n')
  return lines.map((line, index) => ({ line: index + 2, columns: head.split(','), cells: line.split(',') }))
}

const quotaText = 'category,feature,min,max\ngender,woman,1,2\ngender,man,1,2\nage,young,0,3\nage,old,0,3'

function quotas() {
  const read = readQuotas(rows(quotaText))
  if (!read.ok) throw new Error('The quotas should be right.')
  return read.quotas
}

test('both headings that organisers use are read', () => {
  const other = readQuotas(rows('feature,value,min,max,min_flex,max_flex\ngender,woman,1,2,0,9'))
  expect(other).toEqual({
    ok: true,
    quotas: [{ category: 'gender', value: 'woman', min: 1, max: 2, line: 2 }],
  })
  expect(quotas()).toHaveLength(4)
})

test.each([
  ['category,feature,min,max\ngender,woman,two,3', { line: 2, column: 3, heading: 'min' }],
  ['category,feature,min,max\ngender,woman,3,2', { line: 2, column: 3 }],
  ['category,feature,min,max\n,woman,1,2', { line: 2, column: 1 }],
  ['category,feature,min,max\ngender,woman,1,2\ngender,woman,1,2', { line: 3 }],
  ['group,name,min,max\ngender,woman,1,2', { line: 1 }],
])('wrong quotas are refused with their place: %#', (text, place) => {
  const read = readQuotas(rows(text))
  expect(read.ok ? [] : read.problems).toMatchObject([place])
})

test('people are numbered from 1 where nobody gave them ids', () => {
  const read = readPool(rows('gender,age\nwoman,old\nman,young'), quotas())
  expect(read).toEqual({
    ok: true,
    pool: [
      { id: '1', values: ['woman', 'old'] },
      { id: '2', values: ['man', 'young'] },
    ],
  })
})

test('people at one address, however it is written, are one household', () => {
  const text = 'id,gender,age,street,code\na,woman,old,1 High St,AB1\nb,man,old,1  high st,ab1\nc,man,old,,'
  const read = readPool(rows(text), quotas(), { household: ['street', 'code'] })
  if (!read.ok) throw new Error('The pool should be right.')
  expect(read.pool[0]?.household).toBe(read.pool[1]?.household)
  expect(read.pool[2]?.household).toBeUndefined()
})

test.each([
  [
    'id,gender,age\na,womann,old',
    { line: 2, column: 2, heading: 'gender', reason: expect.stringContaining('write one of woman, man') },
  ],
  ['id,gender,age\na,woman,', { line: 2, column: 3 }],
  [
    'id,gender,age\na,woman,old\na,man,old',
    { line: 3, column: 1, reason: expect.stringContaining('line 2') },
  ],
  ['id,gender\na,woman', { line: 1, reason: expect.stringContaining('"age" is missing') }],
])('wrong people are refused with their place: %#', (text, place) => {
  const read = readPool(rows(text), quotas())
  expect(read.ok ? [] : read.problems).toMatchObject([place])
})

test('an empty pool is said to be one', () => {
  expect(readPool([], quotas())).toMatchObject({ ok: false })
})
