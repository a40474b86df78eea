import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Check } from './check.tsx'

test('a box is named by its sentence and not ticked beforehand', () => {
  const markup = render(<Check name="follow">Tell me about each step</Check>)
  expect(markup).toContain(
    '<input id="follow" type="checkbox" name="follow" value="yes"/><label for="follow">Tell me about each step</label>',
  )
})

test('a box beside its matter is named for the ear and may belong to a form elsewhere', () => {
  const markup = render(
    <Check name="matter" id="choose-2417" value="2417" form="bulk" hideLabel checked>
      Choose 2417
    </Check>,
  )
  expect(markup).toContain('value="2417" checked form="bulk"')
  expect(markup).toContain('<label class="unseen" for="choose-2417">')
})
