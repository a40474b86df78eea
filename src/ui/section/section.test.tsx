import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Section } from './section.tsx'

test('a section is headed by an h2 and may have a named aside', () => {
  const markup = render(
    <Section heading="Every step" note="Newest first" aside={{ label: 'Receipt', children: <p>BIRCH</p> }}>
      <p>One</p>
    </Section>,
  )
  expect(markup).toContain('<h2>Every step</h2>')
  expect(markup).toContain('<aside class="aside" aria-label="Receipt"><p>BIRCH</p></aside>')
})

test('without an aside there is none to hear', () => {
  expect(render(<Section heading="Open now">x</Section>)).not.toContain('<aside')
})
