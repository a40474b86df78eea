import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Bar } from './bar.tsx'

test.each([
  [0.62, '62'],
  [1.4, '100'],
  [-1, '0'],
  [1 / 3, '33.3'],
])('a share of %d is %s wide', (share, width) => {
  expect(render(<Bar share={share} />)).toContain(`d="M0 0H${width}V1H0z"`)
})

test('a bar is silent beside its words and named alone', () => {
  expect(render(<Bar share={0.5} />)).toContain('aria-hidden="true"')
  expect(render(<Bar share={0.5} label="Half" />)).toContain('role="img" aria-label="Half"')
})

test('a late share ends in a point, so that colour is not alone', () => {
  expect(render(<Bar share={0.5} late />)).toContain('d="M0 0H48L50 .5L48 1H0z"')
})
