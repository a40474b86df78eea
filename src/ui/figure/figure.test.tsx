import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Figure } from './figure.tsx'

test('a figure is heard in one breath with its base', () => {
  const heard = render(<Figure value="88%" base="of answers within 28 days: 187 of 212" />).replace(
    /<[^>]*>/g,
    '',
  )
  expect(heard).toBe('88% of answers within 28 days: 187 of 212')
})
