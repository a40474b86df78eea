import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Mark, type Status, tones } from './mark.tsx'

test('a mark is a shape and a word', () => {
  const markup = render(<Mark status="overdue">3 days over</Mark>)
  expect(markup).toContain('<svg')
  expect(markup).toContain('3 days over')
  expect(markup).toContain('class="mark late"')
})

test('a refusal is not an error: it is ink, never red', () => {
  expect(tones.refused).toBe('closed')
  expect(Object.entries(tones).filter(([, tone]) => tone === 'late')).toEqual([['overdue', 'late']])
})

test('words of people are escaped', () => {
  const status: Status = 'received'
  expect(render(<Mark status={status}>{'<script>'}</Mark>)).toContain('&lt;script')
})
