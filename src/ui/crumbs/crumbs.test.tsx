import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Crumbs } from './crumbs.tsx'

test('the last crumb is this page and leads nowhere', () => {
  const markup = render(
    <Crumbs label="Where you are" trail={[{ label: 'Bodies', href: '/bodies' }, { label: 'Housing' }]} />,
  )
  expect(markup).toContain('<nav class="crumbs wrap" aria-label="Where you are">')
  expect(markup).toContain('<a href="/bodies"><bdi>Bodies</bdi></a>')
  expect(markup).toContain('<bdi aria-current="page">Housing</bdi>')
})

test('a title that somebody wrote says its language', () => {
  const trail = [{ label: 'نمی', href: '/submissions/7', lang: 'ur' }]
  expect(render(<Crumbs label="Where you are" trail={trail} />)).toContain('<bdi lang="ur">نمی</bdi>')
})
