import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Pager } from './pager.tsx'

test('a first page has no way back', () => {
  const markup = render(
    <Pager label="Pages" here="1 to 20 of 641" forward={{ href: '?after=20', label: 'Later' }} />,
  )
  expect(markup).toContain('rel="next">Later<svg')
  expect(markup).not.toContain('rel="prev"')
  expect(markup).toContain('1 to 20 of 641')
})
