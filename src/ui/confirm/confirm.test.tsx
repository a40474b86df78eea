import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Confirm } from './confirm.tsx'

test('the deed is a form, the way out is a link', () => {
  const markup = render(
    <Confirm
      question="Erase?"
      action="/me/erasure"
      hidden={{ csrf: 'x' }}
      go={{ label: 'Start erasing', grave: true }}
      stay={{ label: 'Keep it', href: '/me' }}
    >
      <p>It cannot be taken back.</p>
    </Confirm>,
  )
  expect(markup).toContain('action="/me/erasure" method="post"')
  expect(markup).toContain(
    '<button class="button grave" type="submit">Start erasing</button><a href="/me">Keep it</a>',
  )
})
