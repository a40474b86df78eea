import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Tabs } from './tabs.tsx'

test('tabs are links, one of them the current page', () => {
  const markup = render(
    <Tabs
      label="Queues"
      tabs={[
        { href: '/desk', label: 'Open, 29', current: true },
        { href: '/desk/mine', label: 'Mine' },
      ]}
    />,
  )
  expect(markup).toContain('<nav class="tabs" aria-label="Queues">')
  expect(markup).toContain('<a href="/desk" aria-current="page">Open, 29</a>')
  expect(markup).toContain('<a href="/desk/mine">Mine</a>')
})
