import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Receipt } from './receipt.tsx'

test('the code reads left to right in every language and is never translated', () => {
  const markup = render(
    <Receipt heading="رسید" code="BIRCH 7204 LANTERN K" actions={[<a href="/print">Print</a>]} />,
  )
  expect(markup).toContain('<p class="code-words" dir="ltr" translate="no">BIRCH 7204 LANTERN K</p>')
  expect(markup).toContain('<section class="receipt" aria-label="رسید">')
  expect(markup).toContain('<li><a href="/print">Print</a></li>')
})
