import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Progress } from './progress.tsx'

test('the bar is named by its words', () => {
  const markup = render(<Progress id="reading" words="26 300 of 40 118 read" done={26300} of={40118} />)
  expect(markup).toContain(
    '<label for="reading">26 300 of 40 118 read</label><progress id="reading" max="40118" value="26300">',
  )
})
