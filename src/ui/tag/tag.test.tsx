import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Tag } from './tag.tsx'

test('a chosen filter can be taken off by name', () => {
  const markup = render(<Tag remove={{ href: '?', label: 'Remove “overdue”' }}>overdue</Tag>)
  expect(markup).toContain('<a href="?" aria-label="Remove “overdue”">')
})
