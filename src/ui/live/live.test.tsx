import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Live } from './live.tsx'

test('the part names its topic, and the change is said aloud', () => {
  const markup = render(
    <Live topic="story:2417" changed="A new step came.">
      <p>With the commission</p>
    </Live>,
  )
  expect(markup).toContain('data-live="story:2417"')
  expect(markup).toContain('role="status"')
  expect(markup).toContain('<p>With the commission</p>')
})
