import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Step, Thread } from './thread.tsx'

const markup = render(
  <Thread label="Every step">
    <Step standing="next" icon="calendar" title="A decision" />
    <Step standing="now" title="With Housing" facts={['3 November', '19 days so far']} />
    <Step
      standing="overran"
      icon="passed-on"
      title="Sent back"
      reason={{ words: 'قابلِ عمل', lang: 'ur', dir: 'rtl' }}
    />
    <Step icon="received" title="Handed in" id="step-1" />
  </Thread>,
)

test('a story is an ordered list with a heading for each step', () => {
  expect(markup).toMatch(/^<ol class="thread bare" aria-label="Every step">/)
  expect(markup.match(/<h3>/g)).toHaveLength(4)
})

test('where it is now can be heard', () => {
  expect(markup.match(/aria-current="step"/g)).toHaveLength(1)
  expect(markup).toContain('<li class="now" aria-current="step">')
})

test('a reason keeps its own language and direction', () => {
  expect(markup).toContain('<blockquote class="why" lang="ur" dir="rtl">')
})

test('a step can be linked to', () => {
  expect(markup).toContain('<li class="done" id="step-1">')
})
