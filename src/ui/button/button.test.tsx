import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Button } from './button.tsx'

test('a button sends its form', () => {
  expect(
    render(
      <Button name="step" value="preview">
        See it first
      </Button>,
    ),
  ).toMatch(/<button class="button" type="submit" name="step" value="preview">See it first<\/button>/)
})

test('with an address it is a link', () => {
  const markup = render(
    <Button href="/submissions/new" icon="pen">
      Hand something in
    </Button>,
  )
  expect(markup).toMatch(/^<a class="button" href="\/submissions\/new">/)
  expect(markup).not.toContain('<button')
})

test('a button that is off cannot be pressed', () => {
  expect(render(<Button off>Closed on 14 March</Button>)).toContain('disabled')
})
