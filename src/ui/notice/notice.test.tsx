import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Notice } from './notice.tsx'

test('the answer to something just done is read out, others are not', () => {
  expect(
    render(
      <Notice kind="good" announced>
        Handed in.
      </Notice>,
    ),
  ).toContain('class="notice good" role="status"')
  expect(render(<Notice icon="lock">We keep your number.</Notice>)).not.toContain('role="status"')
})

test('each kind has its own shape, not only its colour', () => {
  const drawings = (['plain', 'good', 'soon', 'late'] as const).map((kind) =>
    render(<Notice kind={kind}>x</Notice>).replace(/class="[^"]*"/g, ''),
  )
  expect(new Set(drawings).size).toBe(4)
})
