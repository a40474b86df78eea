import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { ChoiceGroup } from './choice-group.tsx'

const choices = [
  { value: 'named', label: 'Named', explanation: 'Everyone sees who you are.' },
  { value: 'withheld', label: 'Name withheld', explanation: 'Only the clerk sees.' },
]

test('each answer is named by its label and described by its consequence', () => {
  const markup = render(
    <ChoiceGroup name="authorship" legend="Your name" choices={choices} chosen="withheld" />,
  )
  expect(markup).toContain('<legend>Your name</legend>')
  expect(markup).toContain(
    'id="authorship-withheld" type="radio" name="authorship" value="withheld" checked aria-describedby="authorship-withheld-means"',
  )
  expect(markup).toContain(
    '<label for="authorship-withheld">Name withheld</label><span id="authorship-withheld-means">Only the clerk sees.</span>',
  )
  expect(markup.match(/ checked/g)).toHaveLength(1)
})

test('an error belongs to the group and its link leads to the first answer', () => {
  const markup = render(
    <ChoiceGroup name="authorship" legend="Your name" choices={choices} error="Choose one" />,
  )
  expect(markup).toContain('<fieldset class="choices wrong" aria-describedby="authorship-error">')
  expect(markup).toContain('<input id="authorship" type="radio"')
})

test('several may be chosen', () => {
  const markup = render(
    <ChoiceGroup many name="kinds" legend="Kinds" choices={choices} chosen={['named', 'withheld']} />,
  )
  expect(markup.match(/type="checkbox"[^>]* checked/g)).toHaveLength(2)
})
