import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Ring } from './ring.tsx'

test('nine people, one speaking, and nothing to hear', () => {
  const markup = render(<Ring />)
  expect(markup.match(/<circle/g)).toHaveLength(9)
  expect(markup.match(/r="4.6"/g)).toHaveLength(1)
  expect(markup).toContain('aria-hidden="true"')
})
