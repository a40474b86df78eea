import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Empty } from './empty.tsx'

test('an empty list says why and what to do next', () => {
  const markup = render(
    <Empty title="Nobody has asked yet" actions={<a href="/submissions/new">Hand something in</a>}>
      The first starts the clock.
    </Empty>,
  )
  expect(markup).toContain(
    '<p class="empty-title">Nobody has asked yet</p><p>The first starts the clock.</p>',
  )
  expect(markup).toContain('href="/submissions/new"')
})
