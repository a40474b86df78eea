import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Ring, ringPicture } from './ring.tsx'

test('nine people, one speaking, and nothing to hear', () => {
  const markup = render(<Ring />)
  expect(markup.match(/<circle/g)).toHaveLength(9)
  expect(markup.match(/r="4.6"/g)).toHaveLength(1)
  expect(markup).toContain('aria-hidden="true"')
})

test('the picture for the tab is a whole drawing in the colour asked for', () => {
  const svg = decodeURIComponent(ringPicture('#1d6b4c').replace('data:image/svg+xml,', ''))
  expect(svg).toMatch(/^<svg [^>]*fill='#1d6b4c'>(<circle [^>]*\/>){9}<\/svg>$/)
})
