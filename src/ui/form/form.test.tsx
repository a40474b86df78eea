import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Form } from './form.tsx'

test('a form posts, carries its token, and leaves checking to the server', () => {
  const markup = render(
    <Form action="/submissions" hidden={{ csrf: 'k&y' }}>
      x
    </Form>,
  )
  expect(markup).toMatch(/^<form class="form" action="\/submissions" method="post" novalidate>/)
  expect(markup).toContain('<input type="hidden" name="csrf" value="k&amp;y"/>')
})

test('a form with files says so, a search is one', () => {
  expect(
    render(
      <Form action="/" files>
        x
      </Form>,
    ),
  ).toContain('enctype="multipart/form-data"')
  expect(
    render(
      <Form action="/" method="get" role="search" label="Find">
        x
      </Form>,
    ),
  ).toContain('method="get" role="search" aria-label="Find"')
})
