import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Feed } from './feed.tsx'

test('each entry carries its time for machines and for people', () => {
  const markup = render(
    <Feed
      entries={[
        {
          time: { words: '11:42', datetime: '2026-11-22T11:42:00Z' },
          status: 'accepted',
          sentence: 'Buses were accepted.',
        },
      ]}
    />,
  )
  expect(markup).toContain('<time datetime="2026-11-22T11:42:00Z">11:42</time>')
  expect(markup).toContain('<li class="good">')
})
