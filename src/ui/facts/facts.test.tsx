import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Facts } from './facts.tsx'

test('each value is told by its label', () => {
  const markup = render(<Facts lines facts={[{ label: 'Clerk', value: 'Noor Haddad', plain: true }]} />)
  expect(markup).toBe(
    '<dl class="facts lines"><div><dt>Clerk</dt><dd class="plain">Noor Haddad</dd></div></dl>',
  )
})
