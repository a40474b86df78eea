import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Bar } from './bar.tsx'

test.each([
  [0.62, '62'],
  [1.4, '100'],
  [-1, '0'],
  [1 / 3, '33.3'],
])('a share of %d is %s wide', (share, width) => {
  expect(render(<Bar share={share} />)).toContain(`<rect width="${width}" height="1">`)
})

test('a bar is silent beside its words and named alone', () => {
  expect(render(<Bar share={0.5} />)).toContain('aria-hidden="true"')
  expect(render(<Bar share={0.5} label="Half" />)).toContain('role="img" aria-label="Half"')
})
